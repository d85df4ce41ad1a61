import { describeTenantTables } from '@foundnow/postgres/testing';
import { fnMediaAi } from '../../src/service.ts';

describeTenantTables({
  schema: fnMediaAi.schema,
  migrations: fnMediaAi.migrations,
  withoutOrganization: [
    'audit_anchors',
    'audit_entries',
    'audit_queue',
    'audit_seals',
    'erasure',
    'inbox',
    'outbox',
    'outbox_quarantine',
    'public_folder',
    'vision_answer',
    'vision_spend',
  ],
});
