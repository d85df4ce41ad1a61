import { describeTenantTables } from '@foundnow/postgres/testing';
import { fnMatcher } from '../../src/service.ts';

describeTenantTables({
  schema: fnMatcher.schema,
  migrations: fnMatcher.migrations,
  withoutOrganization: [
    'audit_anchors',
    'audit_entries',
    'audit_queue',
    'audit_seals',
    'claim',
    'erasure',
    'idempotency',
    'inbox',
    'match',
    'match_answer',
    'outbox',
    'outbox_quarantine',
    'pair',
    'post_block',
    'scoring_job',
    'term_count',
    'term_frequency',
  ],
});
