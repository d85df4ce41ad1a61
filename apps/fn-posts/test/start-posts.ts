import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { KeyRing, Opener } from '@foundnow/crypto';
import { systemClock } from '@foundnow/kernel';
import { startForTest, type ServiceUnderTest } from '@foundnow/service/testing';
import { fnPosts } from '../src/service.ts';

export interface PostsUnderTest extends ServiceUnderTest {
  /** What fn-matcher opens sealed fields with. */
  readonly opener: Opener;
}

export async function startPosts(): Promise<PostsUnderTest> {
  const dir = await mkdtemp(join(tmpdir(), 'fn-sealing-'));
  const opener = new Opener(await KeyRing.open({ dir, recipient: 'matcher', clock: systemClock }));
  const service = await startForTest(fnPosts, {
    PUBLIC_PLACE_KEY: Buffer.alloc(32, 7).toString('base64'),
    IDENTIFIER_HASH_KEY: Buffer.alloc(32, 8).toString('base64'),
    SEALING_JWKS_URL: pathToFileURL(dir).href,
  });
  return {
    ...service,
    opener,
    stop: async () => {
      await service.stop();
      await rm(dir, { recursive: true });
    },
  };
}
