import { readdir } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '@foundnow/testing';
import { send } from './conformance/sending.ts';
import { startLocalObjects } from './start-local-objects.ts';
import type { LocalObjects } from './start-local-objects.ts';

const MB = 1024 * 1024;
const origin = 'https://app.example.org';
const upload = { contentType: 'image/jpeg', minBytes: 1, maxBytes: 2 * MB, expiresInSeconds: 60 };

describe('the handler of the local object store', () => {
  let local: LocalObjects;
  beforeEach(async () => (local = await startLocalObjects({ corsOrigins: [origin] })));
  afterEach(() => local.stop());
  const nothingIncoming = async () => expect(await readdir(join(local.root, 'incoming'))).toEqual([]);
  const put = (body: string, contentType = 'image/png') =>
    local.store.put('a/photo', Buffer.from(body), { contentType });
  const download = (downloadName = 'photo.png') =>
    local.store.signDownload({ key: 'a/photo', expiresInSeconds: 60, downloadName });

  it('makes a browser take an object for what it was declared, and run nothing of it', async () => {
    await put('<script>alert(1)</script>', 'text/html');
    const { headers } = await send(await download());
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('content-security-policy')).toContain('sandbox');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('content-type')).toBe('text/html');
  });

  it('answers with 304 while the copy is current, and with the whole when a part is of an older one', async () => {
    const { etag } = await put('0123456789');
    const signed = await download();
    expect((await send(signed, { headers: { 'if-none-match': `"${etag}"` } })).status).toBe(304);
    const part = { range: 'bytes=0-1' };
    expect((await send(signed, { headers: { ...part, 'if-range': `"${etag}"` } })).status).toBe(206);
    expect(await send(signed, { headers: { ...part, 'if-range': '"older"' } })).toMatchObject({
      status: 200,
      text: '0123456789',
    });
    const beyond = await send(signed, { headers: { range: 'bytes=10-' } });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, 'bytes */10']);
  });

  it('tells pages of allowed origins only that they may come', async () => {
    const signed = await local.store.signUpload({ key: 'a/photo', ...upload });
    const asked = { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'PUT' } };
    const preflight = await fetch(signed.url, asked);
    expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([204, origin]);
    expect(preflight.headers.get('access-control-allow-methods')).toContain('PUT');
    const done = await send(signed, { body: 'x', headers: { origin } });
    expect(done.headers.get('access-control-allow-origin')).toBe(origin);
    const foreign = await send(await download(), { headers: { origin: 'https://elsewhere.example' } });
    expect([foreign.status, foreign.headers.get('access-control-allow-origin')]).toEqual([200, null]);
  });

  it('explains each refusal as a problem with its code', async () => {
    const signed = await local.store.signUpload({ key: 'a/photo', ...upload });
    const refusals = [
      await send(signed, { body: 'x', headers: { 'content-type': 'text/html' } }),
      await send(signed, { body: 'x', url: signed.url.replace('fn-max=', 'fn-max=9') }),
      await send(signed, { body: 'x', method: 'POST' }),
      await send({ ...signed, url: `http://127.0.0.1:${local.port}/objects/%2e%2e/etc` }, { body: 'x' }),
      await send(await download()),
    ];
    expect(refusals.map(({ status, text }) => [status, (JSON.parse(text) as { code: string }).code])).toEqual([
      [415, 'storage.content_type'],
      [403, 'storage.signature'],
      [403, 'storage.signature'],
      [404, 'storage.missing'],
      [404, 'storage.missing'],
    ]);
    expect(refusals[0]?.headers.get('content-type')).toBe('application/problem+json');
  });

  it.each([true, false])(
    'gets its answer to the sender of a body that is much too long (streamed: %s)',
    async (streamed) => {
      const signed = await local.store.signUpload({ key: 'a/photo', ...upload });
      const answer = await send(signed, { body: 'x'.repeat(4 * MB), streamed });
      expect([answer.status, answer.text.includes('storage.too_large')]).toEqual([413, true]);
      expect(await local.store.stat('a/photo')).toBeUndefined();
      await nothingIncoming();
    },
  );

  it('closes the file when the one who downloads goes away', async () => {
    await put('x'.repeat(8 * MB));
    const signed = await download();
    const filesOpen = async () => (await readdir('/proc/self/fd').catch(() => [])).length;
    const before = await filesOpen();
    for (let i = 0; i < 10; i += 1) {
      await new Promise<void>((done) => {
        const asking = request(signed.url, (response) => {
          response.once('data', () => asking.destroy());
          response.once('close', done).on('error', () => {});
        });
        asking.on('error', () => {}).end();
      });
    }
    await eventually(async () => expect(await filesOpen()).toBeLessThanOrEqual(before + 2));
  });
});
