import { describeTenantTables } from '@foundnow/postgres/testing';
import { fnPosts } from '../../src/service.ts';

describeTenantTables({
  schema: fnPosts.schema,
  migrations: fnPosts.migrations,
  withoutOrganization: [
    'audit_anchors',
    'audit_entries',
    'audit_queue',
    'audit_seals',
    'consent',
    'contact_exchange',
    'erasure',
    'idempotency',
    'inbox',
    'outbox',
    'outbox_quarantine',
    'person_data_keys',
    'single_use_tokens',
    'verified_claim',
  ],
});
