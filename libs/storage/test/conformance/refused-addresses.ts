import { expect, it } from '@jest/globals';
import type { ObjectStoreHarness } from '../object-store-harness.ts';
import { contentOf, freshKey } from './bodies.ts';
import { grantFor, send } from './sending.ts';
import type { Sent } from './sending.ts';

/** What a store that checks its addresses lets nobody do. */
export function describeRefusedAddresses(harness: () => ObjectStoreHarness): void {
  const store = () => harness().store;

  it('refuses another method, type, length, key, expiry or signature, and stores nothing', async () => {
    const [key, other] = [freshKey(), freshKey()];
    const signed = await store().signUpload(grantFor(key));
    const altered = (pattern: RegExp, by: string) => {
      const url = signed.url.replace(pattern, by);
      expect(url).not.toBe(signed.url);
      return url;
    };
    const attempts: Record<string, Sent> = {
      'another method': { method: 'POST', body: '12345' },
      'a download': { method: 'GET' },
      'a deletion': { method: 'DELETE' },
      'another type': { body: '12345', headers: { 'content-type': 'text/html' } },
      'a short body': { body: '123' },
      'a long body': { body: '12345678901' },
      'a long body without a length': { body: '12345678901', streamed: true },
      'no body': { body: '' },
      'another key': { body: '12345', url: signed.url.replace(key, other) },
      'a key above': { body: '12345', url: signed.url.replace(key, `${key}/../up`) },
      'a later expiry': { body: '12345', url: altered(/(expires=)\d+/i, '$1999999999') },
      'another signature': { body: '12345', url: altered(/(signature=.{8})./i, '$1~') },
      'a cut signature': { body: '12345', url: altered(/(signature=[^&]{6})[^&]*/i, '$1') },
      'no signature': { body: '12345', url: altered(/&[^&]*signature=[^&]*/i, '') },
      'nothing signed': { body: '12345', url: altered(/\?.*/, '') },
    };
    for (const [name, attempt] of Object.entries(attempts)) {
      const { status } = await send(signed, attempt);
      expect({ name, refused: status >= 400 && status < 500 }).toEqual({ name, refused: true });
      expect({ name, stored: await store().stat(key) }).toEqual({ name, stored: undefined });
    }
    expect(await store().stat(other)).toBeUndefined();
  });

  it('refuses an address from the second it expires', async () => {
    const [key, present] = [freshKey(), freshKey()];
    await store().put(present, Buffer.from('photo'), { contentType: 'image/png' });
    const signed = [
      await store().signUpload(grantFor(key)),
      await store().signDownload({ key: present, expiresInSeconds: 60 }),
    ] as const;
    harness().advance(61_000);
    expect((await send(signed[0], { body: '12345' })).status).toBeGreaterThanOrEqual(400);
    expect((await send(signed[1])).status).toBeGreaterThanOrEqual(400);
    expect(await store().stat(key)).toBeUndefined();
  });

  it('takes one upload per address unless told otherwise', async () => {
    const [once, often] = [freshKey(), freshKey()];
    const single = await store().signUpload(grantFor(once));
    expect((await send(single, { body: 'first' })).status).toBe(200);
    expect((await send(single, { body: 'second' })).status).toBe(412);
    expect(await contentOf(store(), once)).toBe('first');
    const repeated = await store().signUpload({ ...grantFor(often), mayReplace: true });
    for (const body of ['first', 'second']) expect((await send(repeated, { body })).status).toBe(200);
    expect(await contentOf(store(), often)).toBe('second');
  });

  it('gives out nothing but what the address names', async () => {
    const [key, other] = [freshKey(), freshKey()];
    await store().put(key, Buffer.from('mine'), { contentType: 'image/png' });
    await store().put(other, Buffer.from('private'), { contentType: 'image/png' });
    const signed = await store().signDownload({ key, expiresInSeconds: 60 });
    const answers = [
      await send(signed, { url: signed.url.replace(key, other) }),
      await send(signed, { method: 'PUT', body: 'replaced' }),
      await send(signed, { method: 'DELETE' }),
      await send(signed, { url: signed.url.replace(/(signature=.{8})./i, '$1~') }),
    ];
    for (const { status, text } of answers)
      expect([status >= 400 && status < 500, text.includes('private')]).toEqual([true, false]);
    expect(await contentOf(store(), key)).toBe('mine');
  });
}
