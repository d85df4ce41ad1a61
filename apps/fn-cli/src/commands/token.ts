import { issueToken, loadOrCreateSigningKey, type Role, ROLES, userIdFor } from '@foundnow/auth';
import { Command, InvalidArgumentError, Option } from 'commander';
import { environmentOf, keysDirOf, required } from '../environment.ts';
import { organizationIdFor } from '../organization-id.ts';
import type { OperatorTerminal } from '@foundnow/service';

interface Options {
  readonly user: string;
  readonly role: readonly Role[];
  readonly org?: string;
  readonly scope: readonly string[];
  readonly minutes: number;
  readonly json?: boolean;
}

export function token(terminal: OperatorTerminal): Command {
  return new Command('token')
    .description('Print an access token, signed by the stack on this machine. For trying things out.')
    .requiredOption('--user <name>', 'any name: the same name is always the same person', nonEmpty)
    .addOption(new Option('--role <role...>', 'what the person may do').choices([...ROLES]).default(['user']))
    .option('--org <name>', 'the organization to act for: its id, or the name given to `fn org set`')
    .option('--scope <scope...>', 'scopes of the token', [])
    .option('--minutes <n>', 'how long it is valid, at most 15', minutes, 15)
    .option('--json', 'print the token with its facts as JSON')
    .action((options: Options) => printToken(terminal, options));
}

async function printToken(terminal: OperatorTerminal, options: Options): Promise<void> {
  const env = environmentOf('fn-posts', terminal.env);
  const userId = userIdFor(options.user);
  const orgId = options.org === undefined ? null : organizationIdFor(options.org);
  // Asked for first: where no stack ever ran, no key is to be left behind.
  const [issuer, audience] = [required(env, 'TOKEN_ISSUER'), required(env, 'TOKEN_AUDIENCE')];
  const signed = await issueToken(await loadOrCreateSigningKey(keysDirOf(terminal.env)), {
    issuer,
    audience,
    userId,
    orgId,
    roles: options.role,
    scopes: options.scope,
    type: options.role.includes('service') ? 'service' : 'user',
    lifetimeSeconds: options.minutes * 60,
  });
  const facts = { token: signed, userId, orgId, roles: options.role, expiresInSeconds: options.minutes * 60 };
  terminal.out(options.json ? JSON.stringify(facts) : signed);
}

function minutes(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 15) throw new InvalidArgumentError('It must be 1 to 15.');
  return value;
}

function nonEmpty(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError('It must not be empty.');
  return text;
}
