import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Environment } from '@foundnow/config';
import { KeyRing } from '@foundnow/crypto';
import { fnMatcher } from '@foundnow/fn-matcher';
import { systemClock } from '@foundnow/kernel';
import { type ServiceUnderTest, startForTest } from '@foundnow/service/testing';

export interface PlatformUnderTest {
  readonly matcher: ServiceUnderTest;
  /** What a person's shell beside a running stack holds. */
  readonly env: Environment;
  /** What fn-notifications opens sealed fields with. */
  readonly notifications: KeyRing;
  stop(): Promise<void>;
}

/** fn-matcher on a real database and bus, and the data folder that a stack would have written for `fn`. */
export async function startPlatform(): Promise<PlatformUnderTest> {
  const dir = await mkdtemp(join(tmpdir(), 'fn-cli-'));
  const keys = join(dir, 'keys');
  await mkdir(keys, { mode: 0o700 });
  const sealing = join(keys, 'sealing');
  const notifications = await KeyRing.open({ dir: sealing, recipient: 'notifications', clock: systemClock });
  const matcher = await startForTest(fnMatcher, {
    SEALING_JWKS_URL: pathToFileURL(sealing).href,
    MATCHER_IDENTIFIER_KEY: Buffer.alloc(32, 5).toString('base64'),
    MATCHER_HANDOVER_KEY: Buffer.alloc(32, 6).toString('base64'),
  });
  const own = { ...matcher.env, DATABASE_OWNER_URL: matcher.ownerUrl };
  await writeFile(
    join(keys, 'environments.json'),
    JSON.stringify({ bus: { DATABASE_OWNER_URL: matcher.busOwnerUrl }, 'fn-matcher': own, 'fn-posts': matcher.env }),
  );
  return {
    matcher,
    notifications,
    env: { DATA_DIR: dir },
    stop: async () => {
      await matcher.stop();
      await rm(dir, { recursive: true });
    },
  };
}
