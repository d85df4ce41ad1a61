import { join } from 'node:path';
import { issueToken, loadOrCreateSigningKey, userIdFor } from '@foundnow/auth';
import { TOKEN_AUDIENCE, TOKEN_ISSUER } from '../src/environments.ts';

export const ITEM = {
  kind: 'found',
  title: 'Keys with a red tag',
  category: 'keys.house',
  location: { lat: 48.2, lng: 16.37 },
  occurredFrom: '2026-01-10T08:00:00Z',
  occurredTo: '2026-01-10T09:00:00Z',
  timeZone: 'Europe/Vienna',
  language: 'de',
};

/** Reports an item over REST as a client would, signed in by the key of the stack in `dataDir`. */
export async function itemReporter(dataDir: string, basePort: number): Promise<() => Promise<Response>> {
  const key = await loadOrCreateSigningKey(join(dataDir, 'keys'));
  const claims = {
    issuer: TOKEN_ISSUER,
    audience: TOKEN_AUDIENCE,
    userId: userIdFor('alex'),
    roles: ['user'] as const,
  };
  const token = await issueToken(key, claims);
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const body = JSON.stringify(ITEM);
  return () => fetch(`http://127.0.0.1:${basePort + 1}/api/v1/posts`, { method: 'POST', headers, body });
}

/** Clients that report one item after the other until they are told to stop; answers how many were taken. */
export function reportMany(report: () => Promise<Response>, clients: number): { stop(): Promise<number> } {
  let stopped = false;
  let taken = 0;
  const client = async () => {
    while (!stopped) {
      const answer = await report();
      if (answer.status !== 201) throw new Error(`A report was answered with ${answer.status}: ${await answer.text()}`);
      taken += 1;
    }
  };
  const work = Promise.all(Array.from({ length: clients }, client));
  work.catch(() => undefined);
  return {
    async stop() {
      stopped = true;
      await work;
      return taken;
    },
  };
}
