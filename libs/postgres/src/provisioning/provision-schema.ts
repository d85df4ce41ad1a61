import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { identifier } from '../identifier.ts';
import { withClient } from '../with-client.ts';
import { scramVerifier } from './scram-verifier.ts';

export interface ProvisionOptions {
  readonly schema: string;
  readonly ownerPassword: string;
  readonly appPassword: string;
  /** Roles belong to the whole server: this keeps several installations (or specs) on one server apart. */
  readonly rolePrefix?: string;
  /** Whose roles these are: those of another installation on the server are refused, never taken over. */
  readonly installation?: string;
}

export interface ProvisionedSchema {
  readonly ownerRole: string;
  readonly appRole: string;
  /** Migrates: owns the schema and everything in it. */
  readonly ownerUrl: string;
  /** Serves: reads and writes rows, changes no structure. */
  readonly appUrl: string;
}

const MOST_ATTEMPTS = 8;
/** Code of the error when a role is of another installation. */
export const FOREIGN_ROLE = 'FN001';
/** Another replica or another database of this server is making or altering the same role right now. */
const MEANWHILE = new Set(['23505', '42710', 'XX000', '40001', '40P01']);

/** Makes a schema with its two roles, or brings them into shape. Any number may do so at once. */
export async function provisionSchema(adminUrl: string, options: ProvisionOptions): Promise<ProvisionedSchema> {
  const ownerRole = identifier(`${options.rolePrefix ?? ''}${options.schema}_owner`);
  const appRole = identifier(`${options.rolePrefix ?? ''}${options.schema}_app`);
  const mark = options.installation === undefined ? undefined : `foundnow:${identifier(options.installation)}`;
  const script = provisionScript(identifier(options.schema), [
    { role: ownerRole, verifier: scramVerifier(options.ownerPassword), mark },
    { role: appRole, verifier: scramVerifier(options.appPassword), mark },
  ]);
  await withClient(adminUrl, (client) => runUntilUndisturbed(client, script));
  return {
    ownerRole,
    appRole,
    ownerUrl: withLogin(adminUrl, ownerRole, options.ownerPassword),
    appUrl: withLogin(adminUrl, appRole, options.appPassword),
  };
}

async function runUntilUndisturbed(client: pg.Client, script: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query(script);
      return;
    } catch (error) {
      await client.query('ROLLBACK');
      const code = error instanceof pg.DatabaseError ? (error.code ?? '') : '';
      if (attempt === MOST_ATTEMPTS || !MEANWHILE.has(code)) throw error;
      await delay(Math.random() * 20 * 2 ** attempt);
    }
  }
}

interface Login {
  readonly role: string;
  readonly verifier: string;
  readonly mark: string | undefined;
}

/** One round trip. The lock is per database; the retry above takes care of the rest of the server. */
function provisionScript(schema: string, [owner, app]: readonly [Login, Login]): string {
  return `BEGIN;
SELECT pg_advisory_xact_lock(hashtextextended('foundnow.provision', 0));
${ensureLogin(owner)}
${ensureLogin(app)}
DO $$ BEGIN
  IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN GRANT ${owner.role} TO CURRENT_USER; END IF;
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format('GRANT CONNECT ON DATABASE %I TO ${owner.role}, ${app.role}', current_database());
  EXECUTE format('ALTER ROLE ${owner.role} IN DATABASE %I SET search_path = ${schema}', current_database());
  EXECUTE format('ALTER ROLE ${app.role} IN DATABASE %I SET search_path = ${schema}', current_database());
END $$;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
CREATE SCHEMA IF NOT EXISTS ${schema} AUTHORIZATION ${owner.role};
ALTER SCHEMA ${schema} OWNER TO ${owner.role};
REVOKE ALL ON SCHEMA ${schema} FROM PUBLIC;
GRANT USAGE ON SCHEMA ${schema} TO ${app.role};
ALTER DEFAULT PRIVILEGES FOR ROLE ${owner.role} REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE ${owner.role} REVOKE USAGE ON TYPES FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE ${owner.role} IN SCHEMA ${schema}
  GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${app.role};
ALTER DEFAULT PRIVILEGES FOR ROLE ${owner.role} IN SCHEMA ${schema} GRANT USAGE, SELECT ON SEQUENCES TO ${app.role};
ALTER DEFAULT PRIVILEGES FOR ROLE ${owner.role} IN SCHEMA ${schema} GRANT EXECUTE ON FUNCTIONS TO ${app.role};
ALTER DEFAULT PRIVILEGES FOR ROLE ${owner.role} IN SCHEMA ${schema} GRANT USAGE ON TYPES TO ${app.role};
COMMIT;`;
}

/** A role of that name with more power than we give is somebody else's: refuse rather than trust it. */
function ensureLogin({ role, verifier, mark }: Login): string {
  const foreign =
    mark === undefined
      ? 'false'
      : `shobj_description(oid, 'pg_authid') LIKE 'foundnow:%' AND shobj_description(oid, 'pg_authid') <> '${mark}'`;
  return `DO $$ BEGIN
  IF EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}' AND (rolsuper OR rolbypassrls OR rolcreaterole)) THEN
    RAISE EXCEPTION 'role ${role} exists and may do more than a service should: rename or demote it';
  ELSIF EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}' AND ${foreign}) THEN
    RAISE EXCEPTION 'role ${role} is of another installation on this server' USING ERRCODE = '${FOREIGN_ROLE}';
  ELSIF EXISTS (SELECT FROM pg_roles WHERE rolname = '${role}') THEN ALTER ROLE ${role} LOGIN PASSWORD '${verifier}';
  ELSE CREATE ROLE ${role} LOGIN NOCREATEDB NOCREATEROLE PASSWORD '${verifier}';
  END IF;
  ${mark === undefined ? '' : `COMMENT ON ROLE ${role} IS '${mark}';`}
END $$;`;
}

function withLogin(adminUrl: string, role: string, password: string): string {
  const url = new URL(adminUrl);
  url.username = role;
  url.password = encodeURIComponent(password);
  return url.href;
}
