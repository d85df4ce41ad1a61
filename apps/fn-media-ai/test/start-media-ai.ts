import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { KeyRing, Opener } from '@foundnow/crypto';
import { systemClock } from '@foundnow/kernel';
import { startForTest, type ServiceUnderTest } from '@foundnow/service/testing';
import { LocalObjectStore } from '@foundnow/storage';
import { fnMediaAi } from '../src/service.ts';

export interface MediaAiUnderTest extends ServiceUnderTest {
  /** What fn-matcher opens sealed hints with. */
  readonly opener: Opener;
  /** Where fn-posts puts photos, and this service what may be seen of them. */
  readonly objects: LocalObjectStore;
}

const URL_KEY = Buffer.alloc(32, 9);

/** Without a key, and so without a word to anybody outside. */
export async function startMediaAi(env: Readonly<Record<string, string>> = {}): Promise<MediaAiUnderTest> {
  const dir = await mkdtemp(join(tmpdir(), 'fn-media-ai-'));
  const opener = new Opener(await KeyRing.open({ dir, recipient: 'matcher', clock: systemClock }));
  const store = { root: join(dir, 'objects'), baseUrl: 'http://127.0.0.1:4001/objects' };
  const service = await startForTest(fnMediaAi, {
    SEALING_JWKS_URL: pathToFileURL(dir).href,
    OBJECT_STORE: 'local',
    OBJECT_DIR: store.root,
    OBJECT_URL: store.baseUrl,
    OBJECT_URL_KEY: URL_KEY.toString('base64'),
    MEDIA_AI_READERS: '1',
    ...env,
  });
  const objects = await LocalObjectStore.open({ ...store, signingSecret: URL_KEY });
  return {
    ...service,
    opener,
    objects,
    stop: async () => {
      await service.stop();
      await rm(dir, { recursive: true });
    },
  };
}
