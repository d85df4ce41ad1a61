import { join, resolve } from 'node:path';
import { ConfigError, type Environment } from '@foundnow/config';
import { FOREIGN_ROLE } from '@foundnow/postgres';
import type { OperatorTerminal } from '@foundnow/service';
import {
  type InstallationSecrets,
  prepareKeys,
  prepareSchemas,
  rememberEnvironments,
  type Schemas,
  secretEnvironment,
} from '@foundnow/service/installation';
import { Command } from 'commander';
import { keysDirOf, required } from '../environment.ts';
import { handOut, handOutPassword } from '../hand-out.ts';
import { services } from '../services.ts';

interface Options {
  readonly handOut?: string;
  readonly keysOnly?: boolean;
  readonly rolePrefix?: string;
  readonly json?: boolean;
}

/** The server's own superuser, whose password this installation makes when it brings the server along. */
const SUPERUSER = 'postgres';

export function provision(terminal: OperatorTerminal): Command {
  return new Command('provision')
    .description('Make what an installation needs: keys, and on DATABASE_ADMIN_URL roles, schemas and migrations.')
    .option('--hand-out <dir>', 'write for each service, into a folder of its own, what it must find')
    .option('--keys-only', 'before there is a server: the keys, and the password that it is to start with')
    .option('--role-prefix <text>', 'keeps several installations on one server apart')
    .option('--json', 'print what was made as JSON')
    .action((options: Options) => run(terminal, options));
}

async function run(terminal: OperatorTerminal, options: Options): Promise<void> {
  const { env } = terminal;
  const keysDir = resolve(keysDirOf(env));
  const { secrets } = await prepareKeys(keysDir);
  const dir = options.handOut;
  if (dir !== undefined) await handOutPassword(join(dir, SUPERUSER), secrets.password(SUPERUSER));
  const made = options.keysOnly ? [] : await makeSchemas(env, keysDir, secrets, options);
  terminal.out(options.json ? JSON.stringify({ keysDir, schemas: made }) : ['keys', ...made].join(', '));
}

async function makeSchemas(
  env: Environment,
  keysDir: string,
  secrets: InstallationSecrets,
  { handOut: dir, rolePrefix = '' }: Options,
): Promise<string[]> {
  const adminUrl = withPassword(required(env, 'DATABASE_ADMIN_URL'), secrets);
  const schemas = await prepareSchemas(adminUrl, services, secrets, { rolePrefix }).catch(refuseForeignRoles);
  rememberEnvironments(keysDir, environmentsOf(schemas, secrets));
  if (dir !== undefined) {
    for (const service of services) {
      const environment = secretEnvironment(service, schemas, secrets);
      await handOut(join(dir, service.name), environment, keysDir);
    }
  }
  return Object.keys(schemas);
}

/** For `fn` itself, which also migrates. */
function environmentsOf(schemas: Schemas, secrets: InstallationSecrets): Record<string, Environment> {
  const ownerUrl = (schema: string) => ({ DATABASE_OWNER_URL: schemas[schema]?.ownerUrl });
  const entries = services.map(
    (service) =>
      [service.name, { ...secretEnvironment(service, schemas, secrets), ...ownerUrl(service.schema) }] as const,
  );
  return { bus: ownerUrl('bus'), ...Object.fromEntries(entries) };
}

function withPassword(adminUrl: string, secrets: InstallationSecrets): string {
  const url = new URL(adminUrl);
  if (url.password === '') url.password = secrets.password(SUPERUSER);
  return url.href;
}

function refuseForeignRoles(error: unknown): never {
  if ((error as { code?: unknown }).code !== FOREIGN_ROLE) throw error;
  const reason = 'is a server that another installation uses: give each its own, or a --role-prefix';
  throw new ConfigError([{ key: 'DATABASE_ADMIN_URL', reason }]);
}
