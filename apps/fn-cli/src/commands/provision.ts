import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Environment, envUrl, parseEnv } from '@foundnow/config';
import type { OperatorTerminal } from '@foundnow/service';
import {
  type InstallationSecrets,
  prepareKeys,
  prepareSchemas,
  rememberEnvironments,
  type Schemas,
  secretEnvironment,
} from '@foundnow/service/installation';
import { services } from '@foundnow/stack/services';
import { Command, InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { keysDirOf } from '../environment.ts';
import { handOut, handOutPassword } from '../hand-out.ts';
import { refuseServer } from '../refuse-server.ts';

interface Options {
  readonly handOut?: string;
  readonly keysOnly?: boolean;
  readonly rolePrefix?: string;
  readonly json?: boolean;
}

/** The server's own superuser, whose password this installation makes when it brings the server along. */
const SUPERUSER = 'postgres';

const serverEnv = z.object({ DATABASE_ADMIN_URL: envUrl(['postgres', 'postgresql']) });

export function provision(terminal: OperatorTerminal): Command {
  return new Command('provision')
    .description('Make what an installation needs: keys, and on DATABASE_ADMIN_URL roles, schemas and migrations.')
    .option('--hand-out <dir>', 'write for each service, into a folder of its own, what it must find')
    .option('--keys-only', 'before there is a server: the keys, and the password that it is to start with')
    .option('--role-prefix <text>', 'keeps several installations on one server apart', parseRolePrefix)
    .option('--json', 'print what was made as JSON')
    .action((options: Options) => run(terminal, options));
}

function parseRolePrefix(text: string): string {
  if (/^[a-z][a-z0-9_]{0,29}$/.test(text)) return text;
  throw new InvalidArgumentError('Write lower case, digits and underscores, beginning with a letter: city_');
}

async function run(terminal: OperatorTerminal, options: Options): Promise<void> {
  const { env } = terminal;
  // Before anything is made: a mistake leaves nothing behind.
  const server = options.keysOnly ? undefined : parseEnv(serverEnv, env);
  const keysDir = resolve(keysDirOf(env));
  const { secrets } = await prepareKeys(keysDir);
  const dir = options.handOut;
  if (dir !== undefined) await handOutPassword(join(dir, SUPERUSER), secrets.password(SUPERUSER));
  const made = server
    ? await makeSchemas(withPassword(server.DATABASE_ADMIN_URL, secrets), keysDir, secrets, options)
    : [];
  terminal.out(options.json ? JSON.stringify({ keysDir, schemas: made }) : ['keys', ...made].join(', '));
}

async function makeSchemas(
  adminUrl: string,
  keysDir: string,
  secrets: InstallationSecrets,
  { handOut: dir, rolePrefix = '' }: Options,
): Promise<string[]> {
  const schemas = await prepareSchemas(adminUrl, services, secrets, { rolePrefix }).catch((error: unknown) =>
    refuseServer(adminUrl, error),
  );
  await rememberEnvironments(keysDir, environmentsOf(schemas, secrets, keysDir));
  if (dir !== undefined) {
    for (const service of services) {
      const environment = secretEnvironment(service, schemas, secrets);
      await handOut(join(dir, service.name), environment, keysDir, service.schema);
    }
  }
  return Object.keys(schemas);
}

/** For `fn` itself, which also migrates, and runs the services' own commands with the keys where they lie. */
function environmentsOf(schemas: Schemas, secrets: InstallationSecrets, keysDir: string): Record<string, Environment> {
  const ownerUrl = (schema: string) => ({ DATABASE_OWNER_URL: schemas[schema]?.ownerUrl });
  const keys = {
    JWKS_URL: pathToFileURL(join(keysDir, 'jwks.json')).href,
    SEALING_JWKS_URL: pathToFileURL(join(keysDir, 'sealing')).href,
  };
  const entries = services.map((service) => {
    const secret = secretEnvironment(service, schemas, secrets);
    return [service.name, { ...keys, ...secret, ...ownerUrl(service.schema) }] as const;
  });
  return { bus: ownerUrl('bus'), ...Object.fromEntries(entries) };
}

function withPassword(adminUrl: string, secrets: InstallationSecrets): string {
  const url = new URL(adminUrl);
  if (url.password === '') url.password = secrets.password(SUPERUSER);
  return url.href;
}
