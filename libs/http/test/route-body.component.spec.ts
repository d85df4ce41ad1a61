import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '../src/index.ts';
import { startGalleryApp } from './gallery-app.ts';

const JPEG = 'image/jpeg';
const JSON_TYPE = 'application/json';
const titles = (bytes: number) => JSON.stringify({ titles: ['x'.repeat(bytes)] });

describe('a route', () => {
  let gallery: Awaited<ReturnType<typeof startGalleryApp>>;
  beforeAll(async () => void (gallery = await startGalleryApp()));
  afterAll(() => gallery.stop());

  async function post(
    path: string,
    body: string | Uint8Array | ReadableStream | undefined,
    headers: Record<string, string>,
  ) {
    const answer = await fetch(`${gallery.url}/${path}`, {
      method: 'POST',
      headers,
      ...(body !== undefined && { body, duplex: 'half' }),
    });
    const text = await answer.text();
    const told = (text === '' ? {} : JSON.parse(text)) as Partial<Problem> & { bytes?: number; fingerprint?: string };
    return { status: answer.status, accepts: answer.headers.get('accept-post'), ...told };
  }

  it('takes as much as it declares, and not a byte more', async () => {
    expect(await post('bulk', titles(150_000), { 'content-type': JSON_TYPE })).toMatchObject({ status: 201, count: 1 });
    const refused = await post('bulk', titles(200_000), { 'content-type': JSON_TYPE });
    expect(refused).toMatchObject({ status: 413, code: 'request.too_large' });
  });

  it('gets what it declares as a stream, of known length or not', async () => {
    const body = Buffer.alloc(150_000, 7);
    expect(await post('files', body, { 'content-type': JPEG })).toMatchObject({ status: 201, bytes: 150_000 });
    const chunked = new Blob([body]).stream();
    expect(await post('files', chunked, { 'content-type': JPEG })).toMatchObject({ status: 201, bytes: 150_000 });
  });

  it('gets the parts of a form with files unread', async () => {
    const form = new FormData();
    form.set('photo', new Blob([Buffer.alloc(1_000)]), 'a.jpg');
    const answer = await fetch(`${gallery.url}/files`, { method: 'POST', body: form });
    expect(answer.status).toBe(201);
    expect(((await answer.json()) as { bytes: number }).bytes).toBeGreaterThan(1_000);
  });

  it('gets the one file of a form without the form around it', async () => {
    const form = new FormData();
    form.set('photo', new Blob([Buffer.alloc(150_000)]), 'a.jpg');
    const taken = await fetch(`${gallery.url}/files/one`, { method: 'POST', body: form });
    expect([taken.status, await taken.json()]).toEqual([201, { bytes: 150_000 }]);
    form.set('second', new Blob(['x']), 'b.jpg');
    const refused = await fetch(`${gallery.url}/files/one`, { method: 'POST', body: form });
    expect([refused.status, await refused.json()]).toMatchObject([400, { code: 'request.malformed_form' }]);
  });

  it('tells a repeated upload from another with the same key by what is in it', async () => {
    const [a, again, b] = await Promise.all(
      ['a', 'a', 'b'].map((body) => post('files', body, { 'content-type': JPEG, 'idempotency-key': 'k' })),
    );
    expect([a?.fingerprint, again?.fingerprint]).toEqual([again?.fingerprint, a?.fingerprint]);
    expect(b?.fingerprint).not.toBe(a?.fingerprint);
  });

  it('stops a stream at its limit with 413, whether its length was said or not', async () => {
    const refusal = { status: 413, code: 'request.too_large' };
    const body = Buffer.alloc(220_000);
    expect(await post('files', body, { 'content-type': JPEG })).toMatchObject(refusal);
    expect(await post('files', new Blob([body]).stream(), { 'content-type': JPEG })).toMatchObject(refusal);
  });

  it('that takes streams takes no JSON, and says what it takes', async () => {
    expect(await post('files', '{}', { 'content-type': JSON_TYPE })).toMatchObject({
      status: 415,
      accepts: 'multipart/form-data, image/jpeg',
      detail: 'Send the body as multipart/form-data, image/jpeg.',
    });
    expect(await post('files', undefined, {})).toMatchObject({ status: 400, code: 'request.body_missing' });
  });

  it('that declares nothing takes JSON only, whatever others take', async () => {
    expect(await post('bulk', 'x', { 'content-type': JPEG })).toMatchObject({ status: 415, accepts: JSON_TYPE });
  });

  it('may answer without having read the body', async () => {
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => post('files/unread', Buffer.alloc(2_000_000), { 'content-type': JPEG })),
    );
    expect(answers.map(({ status }) => status)).toEqual([204, 204, 204, 204]);
  });
});
