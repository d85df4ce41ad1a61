import { Agent, get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fastify from 'fastify';
import type { FastifyInstance } from 'fastify';
import { objectRoutes } from '../src/index.ts';
import type { SignedRequest } from '../src/index.ts';
import { send } from './conformance/sending.ts';
import { startLocalObjects } from './start-local-objects.ts';
import type { LocalObjects } from './start-local-objects.ts';

const MB = 1024 * 1024;

describe('the local object store behind Fastify', () => {
  let local: LocalObjects;
  let app: FastifyInstance;
  let address = '';
  beforeEach(async () => {
    local = await startLocalObjects();
    app = fastify({ bodyLimit: 1024 });
    await app.register(objectRoutes(local.store.handler({ basePath: '/objects' })), { prefix: '/objects' });
    address = await app.listen({ host: '127.0.0.1', port: 0 });
  });
  afterEach(async () => {
    await app.close();
    await local.stop();
  });
  const through = (signed: SignedRequest): SignedRequest => {
    return { ...signed, url: signed.url.replace(`http://127.0.0.1:${local.port}`, address) };
  };
  const download = async () => through(await local.store.signDownload({ key: 'a/photo', expiresInSeconds: 60 }));

  it.each(['image/jpeg', 'application/json', 'text/plain'])(
    'takes %s untouched by its body limit and parsers',
    async (contentType) => {
      const grant = { key: 'a/photo', contentType, minBytes: 1, maxBytes: 2 * MB, expiresInSeconds: 60 };
      const body = '{"n":1}'.repeat(200_000);
      expect((await send(through(await local.store.signUpload(grant)), { body })).status).toBe(200);
      const got = await send(await download());
      expect([got.text === body, got.headers.get('content-type')]).toEqual([true, contentType]);
    },
  );

  it('finishes a download that is under way when the application closes, and then ends at once', async () => {
    await local.store.put('a/photo', Buffer.alloc(16 * MB), { contentType: 'image/jpeg' });
    const { url } = await download();
    const agent = new Agent({ keepAlive: true });
    const response = await new Promise<IncomingMessage>((done) => get(url, { agent }, done));
    const closed = app.close().then(() => performance.now());
    let received = 0;
    for await (const chunk of response) received += (chunk as Buffer).length;
    const finished = performance.now();
    expect(received).toBe(16 * MB);
    // A connection that is kept alive would hold it up for a minute.
    expect((await closed) - finished).toBeLessThan(20_000);
  });
});
