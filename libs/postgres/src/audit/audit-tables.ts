import { identifier } from '../identifier.ts';
import type { MigrationSql } from '../migrations/migration-sql.ts';

/**
 * Entries, the chain over them, and after each round of the sealer an anchor that says how long the chain is: cutting
 * the chain's end off shows. What waits for the sealer stands in a queue: an entry that is neither sealed nor queued
 * came in behind the service's back.
 */
export function auditTables(schema: string): MigrationSql {
  const s = identifier(schema);
  const appendOnly = ['audit_entries', 'audit_seals', 'audit_anchors'];
  return {
    up: `
CREATE TABLE ${s}.audit_entries (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  actor text NOT NULL,
  action text NOT NULL,
  subject text NOT NULL,
  details json NOT NULL
);
CREATE INDEX audit_entries_by_subject ON ${s}.audit_entries (subject, id);
CREATE INDEX audit_entries_by_actor ON ${s}.audit_entries (actor, id);
CREATE TABLE ${s}.audit_queue (entry_id bigint PRIMARY KEY);
CREATE TABLE ${s}.audit_seals (
  position bigint PRIMARY KEY,
  entry_id bigint NOT NULL UNIQUE,
  hash bytea NOT NULL
);
CREATE TABLE ${s}.audit_anchors (
  position bigint PRIMARY KEY,
  hash bytea NOT NULL,
  at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE FUNCTION ${s}.audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
${appendOnly.map((table) => refuseChanges(s, table)).join('\n')}
${restrictGrants(s)}`,
    down: [
      ...['audit_anchors', 'audit_seals', 'audit_queue', 'audit_entries'].map((table) => `DROP TABLE ${s}.${table};`),
      `DROP FUNCTION ${s}.audit_refuse();`,
    ].join('\n'),
  };
}

function refuseChanges(schema: string, table: string): string {
  return `CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${schema}.${table}
  FOR EACH STATEMENT EXECUTE FUNCTION ${schema}.audit_refuse();`;
}

/** Whoever has the default privileges of the schema may here only append, and neither choose an id nor a time. */
function restrictGrants(schema: string): string {
  const columns = {
    audit_entries: 'actor, action, subject, details',
    audit_seals: 'position, entry_id, hash',
    audit_anchors: 'position, hash',
  };
  const statements = Object.entries(columns).map(
    ([table, names]) => `
    EXECUTE format('REVOKE ALL ON ${schema}.${table} FROM %s', grantee);
    EXECUTE format('GRANT SELECT, INSERT (${names}) ON ${schema}.${table} TO %s', grantee);`,
  );
  return `DO $$ DECLARE grantee text; BEGIN
  FOR grantee IN SELECT DISTINCT a.grantee::regrole::text FROM pg_class c, aclexplode(c.relacl) a
    WHERE c.oid = '${schema}.audit_entries'::regclass AND a.grantee NOT IN (0, c.relowner)
  LOOP ${statements.join('')}
  END LOOP;
END $$;`;
}
