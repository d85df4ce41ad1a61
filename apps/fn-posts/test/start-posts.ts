import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { KeyRing, Opener } from '@foundnow/crypto';
import { systemClock } from '@foundnow/kernel';
import { startForTest, type ServiceUnderTest } from '@foundnow/service/testing';
import { LocalObjectStore } from '@foundnow/storage';
import { freePort } from '@foundnow/testing';
import { fnPosts } from '../src/service.ts';

/** Photos in a folder, their addresses served by the service itself. */
export function objectEnv(folder: string, port: number): Readonly<Record<string, string>> {
  return {
    PORT: String(port),
    OBJECT_STORE: 'local',
    OBJECT_DIR: folder,
    OBJECT_URL: `http://127.0.0.1:${port}/objects`,
    OBJECT_URL_KEY: Buffer.alloc(32, 9).toString('base64'),
  };
}

export interface PostsUnderTest extends ServiceUnderTest {
  /** What fn-matcher opens sealed fields with. */
  readonly opener: Opener;
  /** What fn-notifications opens them with. */
  readonly notificationsOpener: Opener;
  /** What lies in the store, as the service sees it. */
  readonly objects: LocalObjectStore;
}

export async function startPosts(): Promise<PostsUnderTest> {
  const dir = await mkdtemp(join(tmpdir(), 'fn-sealing-'));
  const opener = new Opener(await KeyRing.open({ dir, recipient: 'matcher', clock: systemClock }));
  const notificationsOpener = new Opener(await KeyRing.open({ dir, recipient: 'notifications', clock: systemClock }));
  const port = await freePort();
  const service = await startForTest(fnPosts, {
    PUBLIC_PLACE_KEY: Buffer.alloc(32, 7).toString('base64'),
    IDENTIFIER_HASH_KEY: Buffer.alloc(32, 8).toString('base64'),
    CONTACT_MASTER_KEY: Buffer.alloc(32, 10).toString('base64'),
    SEALING_JWKS_URL: pathToFileURL(dir).href,
    ...objectEnv(join(dir, 'objects'), port),
  });
  const objects = await LocalObjectStore.open({
    root: join(dir, 'objects'),
    baseUrl: service.env.OBJECT_URL ?? '',
    signingSecret: Buffer.alloc(32, 9),
  });
  return {
    ...service,
    opener,
    notificationsOpener,
    objects,
    stop: async () => {
      await service.stop();
      await rm(dir, { recursive: true });
    },
  };
}
