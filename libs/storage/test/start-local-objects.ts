import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeClock } from '@foundnow/testing';
import { LocalObjectStore } from '../src/index.ts';
import type { LocalObjectStoreOptions, ObjectHandlerOptions } from '../src/index.ts';

export interface LocalObjects {
  readonly store: LocalObjectStore;
  readonly clock: FakeClock;
  readonly root: string;
  readonly port: number;
  stop(): Promise<void>;
}

/** A local store in a folder of its own, with its addresses served. */
export async function startLocalObjects(
  options: Partial<LocalObjectStoreOptions & ObjectHandlerOptions> = {},
): Promise<LocalObjects> {
  const root = options.root ?? (await mkdtemp(join(tmpdir(), 'fn-objects-')));
  const clock = new FakeClock();
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  const baseUrl = `http://127.0.0.1:${port}/objects`;
  const store = await LocalObjectStore.open({ root, baseUrl, signingSecret: randomBytes(32), clock, ...options });
  const handle = store.handler({ basePath: '/objects', ...options });
  server.on('request', (request, response) => void handle(request, response));
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    await rm(root, { recursive: true, force: true });
  };
  return { store, clock, root, port, stop };
}
