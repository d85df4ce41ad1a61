import { execFileSync } from 'node:child_process';
import { type Answer, ask } from './ask.ts';
import type { StackOptions } from './stack-process.ts';

const ITEM = {
  kind: 'found',
  title: 'Black umbrella with a wooden handle',
  description: 'Left on a bench near the north entrance.',
  category: 'accessories.umbrella',
  location: { lat: 52.525, lng: 13.3694 },
  occurredFrom: '2026-01-05T08:00:00Z',
  occurredTo: '2026-01-05T09:00:00Z',
  timeZone: 'Europe/Berlin',
  language: 'en',
};

/** What `npm run fn -- token` prints: the token stands alone on its last line. */
export function printToken({ root, env }: StackOptions, role: 'user' | 'admin' = 'user'): string {
  const args = ['run', '--silent', 'fn', '--', 'token', '--user', 'smoke-1', '--role', role];
  const printed = execFileSync('npm', args, { cwd: root, env, encoding: 'utf8', timeout: 30_000 });
  return printed.trim().split('\n').at(-1) ?? '';
}

export function reportItem(posts: string, token: string): Promise<Answer> {
  return ask(`${posts}/api/v1/posts`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    body: JSON.stringify(ITEM),
  });
}

export function readItem(posts: string, token: string, id: string): Promise<Answer> {
  return ask(`${posts}/api/v1/posts/${id}`, { headers: { authorization: `Bearer ${token}` } });
}

/** How many reports a service has received; zero when it does not say. */
export async function received(service: string, token: string): Promise<number> {
  try {
    const { body } = await ask(`${service}/api/v1/stats`, { headers: { authorization: `Bearer ${token}` } });
    return (JSON.parse(body) as { received?: number }).received ?? 0;
  } catch {
    return 0;
  }
}
