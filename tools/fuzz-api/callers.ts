import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { promisify } from 'node:util';
import type { StackOptions } from '../ci/smoke/stack-process.ts';
import type { Publish } from './world/suggestions.ts';

export interface Caller {
  readonly name: string;
  /** Undefined: a stranger, who has no token. */
  readonly role?: string;
  readonly inOrganization?: boolean;
}

/** Everybody there is; staff and their administrators always act for an organization. */
export const CALLERS: readonly Caller[] = [
  { name: 'a stranger' },
  { name: 'a user', role: 'user' },
  { name: 'staff', role: 'staff', inOrganization: true },
  { name: 'an org_admin', role: 'org_admin', inOrganization: true },
  { name: 'an admin', role: 'admin' },
];

const ORGANIZATION = '0199aaaa-bbbb-7ccc-8ddd-00000000000a';
const FN = ['--import', './tools/runtime/register.mjs', 'apps/fn-cli/src/main.ts'];
const run = promisify(execFile);

/** What `npm run fn -- token` prints: the token stands alone on its last line. */
export async function tokenOf({ root, env }: StackOptions, user: string, caller: Caller): Promise<string> {
  const organization = caller.inOrganization ? ['--org', ORGANIZATION] : [];
  const args = [...FN, 'token', '--user', user, '--role', caller.role ?? 'user', ...organization];
  const { stdout } = await run(process.execPath, args, { cwd: root, env, timeout: 30_000 });
  return stdout.trim().split('\n').at(-1) ?? '';
}

/** `npm run fn -- events publish` with the payload on its standard input. */
export function publisherOf({ root, env }: StackOptions): Publish {
  return async (event, payload) => {
    const args = [...FN, 'events', 'publish', event, '--file', '-'];
    const child = spawn(process.execPath, args, { cwd: root, env, timeout: 30_000, stdio: ['pipe', 'ignore', 'pipe'] });
    let complaint = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (complaint += text));
    child.stdin.end(JSON.stringify(payload));
    const [code] = (await once(child, 'close')) as [number | null];
    if (code !== 0) throw new Error(`${event} could not be published: ${complaint}`);
  };
}
