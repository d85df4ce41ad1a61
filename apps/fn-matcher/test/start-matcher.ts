import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { KeyRing, Opener, publicJwks, type RecipientKeys } from '@foundnow/crypto';
import { systemClock } from '@foundnow/kernel';
import { startForTest, type ServiceUnderTest } from '@foundnow/service/testing';
import { fnMatcher } from '../src/service.ts';

export interface MatcherUnderTest extends ServiceUnderTest {
  /** What others seal for it with. */
  readonly sealing: RecipientKeys;
  /** What fn-notifications opens sealed fields with. */
  readonly notificationsOpener: Opener;
}

/** What it cannot start without. */
export async function matcherEnv(): Promise<{ readonly dir: string; readonly env: Readonly<Record<string, string>> }> {
  const dir = await mkdtemp(join(tmpdir(), 'fn-matcher-'));
  for (const recipient of ['matcher', 'notifications']) await KeyRing.open({ dir, recipient, clock: systemClock });
  return {
    dir,
    env: {
      SEALING_JWKS_URL: pathToFileURL(dir).href,
      MATCHER_IDENTIFIER_KEY: Buffer.alloc(32, 5).toString('base64'),
      MATCHER_HANDOVER_KEY: Buffer.alloc(32, 6).toString('base64'),
    },
  };
}

export async function startMatcher(extra: Readonly<Record<string, string>> = {}): Promise<MatcherUnderTest> {
  const { dir, env } = await matcherEnv();
  const service = await startForTest(fnMatcher, { ...env, ...extra });
  return {
    ...service,
    sealing: publicJwks(dir),
    notificationsOpener: new Opener(await KeyRing.open({ dir, recipient: 'notifications', clock: systemClock })),
    stop: async () => {
      await service.stop();
      await rm(dir, { recursive: true });
    },
  };
}
