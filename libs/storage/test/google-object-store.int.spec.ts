import { randomBytes } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { FakeClock } from '@foundnow/testing';
import { openGoogleObjectStore } from '../src/index.ts';
import type { ObjectStore } from '../src/index.ts';
import { contentOf, freshKey, inChunks, wholeOf } from './conformance/bodies.ts';
import { gcsEmulator } from './google/config.ts';
import { FakeGcs } from './google/fake-gcs.ts';
import { describeObjectStore } from './object-store.conformance.ts';

// The client warns that a key in an option is not how to sign in for real; here it is what makes no request leave.
jest.spyOn(console, 'warn').mockReturnValue();

const text = { contentType: 'text/plain' };

async function startGoogle() {
  const clock = new FakeClock(new Date());
  const fake = new FakeGcs(() => clock.now());
  const apiEndpoint = await fake.start();
  const { bucket } = fake;
  const client = { apiEndpoint, projectId: 'demo', ...fake.signIn };
  const open = (name = bucket) =>
    openGoogleObjectStore({
      bucket: name,
      clock,
      client: { ...client, retryOptions: { maxRetryDelay: 1, retryDelayMultiplier: 1 } },
    });
  return { fake, clock, open, store: await open() };
}

describeObjectStore(
  'Google Cloud Storage',
  async () => {
    const { fake, clock, store } = await startGoogle();
    return { store, advance: (ms) => clock.advance(ms), stop: () => fake.stop() };
  },
  { checksAddresses: true },
);

const emulator = gcsEmulator();
if (emulator !== undefined) {
  describeObjectStore(
    'Google Cloud Storage on an emulator',
    async () => {
      const bucket = `conformance-${randomBytes(4).toString('hex')}`;
      const headers = { 'content-type': 'application/json' };
      await fetch(`${emulator}/storage/v1/b?project=demo`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ name: bucket }),
      });
      const client = { apiEndpoint: emulator, projectId: 'demo', ...new FakeGcs(() => new Date()).signIn };
      return { store: await openGoogleObjectStore({ bucket, client }), advance: () => {}, stop: async () => {} };
    },
    { checksAddresses: false },
  );
}

describe('the Google Cloud Storage adapter', () => {
  let google: Awaited<ReturnType<typeof startGoogle>>;
  let store: ObjectStore;
  beforeAll(async () => {
    google = await startGoogle();
    ({ store } = google);
  });
  afterEach(() => void (google.fake.faults.length = 0));
  afterAll(() => google.fake.stop());

  it('signs in V4 form, binding type, length range and absence as headers', async () => {
    const grant = { key: 'a/b.jpg', contentType: 'image/jpeg', minBytes: 1, maxBytes: 9, expiresInSeconds: 60 };
    const { url, headers } = await store.signUpload(grant);
    const query = new URL(url).searchParams;
    expect(query.get('X-Goog-Algorithm')).toBe('GOOG4-RSA-SHA256');
    expect(query.get('X-Goog-Expires')).toBe('60');
    expect(query.get('X-Goog-SignedHeaders')).toBe(
      'content-type;host;x-goog-content-length-range;x-goog-if-generation-match',
    );
    expect(headers).toMatchObject({ 'x-goog-content-length-range': '1,9', 'x-goog-if-generation-match': '0' });
  });

  it('tries again when it is refused for a moment, for every kind of call', async () => {
    const [key, other] = [freshKey(), freshKey()];
    const streamed = freshKey();
    google.fake.refuseEachOnce = true;
    await Promise.all([
      store.put(key, inChunks(Buffer.from('photo'), 2), text),
      store.put(streamed, inChunks(Buffer.alloc(9 * 1024 * 1024), 64 * 1024), text),
    ]);
    const calls = [store.stat(key), contentOf(store, key), store.list(key), store.copy(key, other)];
    expect(await Promise.all(calls)).toMatchObject([{ size: 5 }, 'photo', { objects: [{ key }] }, { key: other }]);
    expect(await store.delete(key)).toBe(true);
    google.fake.refuseEachOnce = false;
    expect(await store.stat(streamed)).toMatchObject({ size: 9 * 1024 * 1024 });
  });

  it('knows its own object when only the answer to a conditional write was lost', async () => {
    const key = freshKey();
    google.fake.faults.push({ status: 503, workDone: true });
    await expect(store.put(key, Buffer.from('mine'), { ...text, ifAbsent: true })).resolves.toMatchObject({ size: 4 });
    google.fake.faults.push({ status: 503, workDone: true });
    await expect(store.put(key, Buffer.from('theirs'), { ...text, ifAbsent: true })).rejects.toMatchObject({
      code: 'storage.exists',
    });
    expect(await contentOf(store, key)).toBe('mine');
  });

  it('goes on with a large upload where the connection was cut', async () => {
    const [key, bytes] = [freshKey(), randomBytes(13 * 1024 * 1024)];
    google.fake.faults.push({ pauseMs: 0 }, { cutAfterBytes: 2 * 1024 * 1024 });
    await store.put(key, inChunks(bytes, 64 * 1024), text);
    expect((await wholeOf(await store.get(key))).equals(bytes)).toBe(true);
  });

  it('waits for a slow answer', async () => {
    google.fake.faults.push({ pauseMs: 400 });
    await expect(store.put(freshKey(), Buffer.from('x'), text)).resolves.toMatchObject({ size: 1 });
  });

  it.each([
    [401, 'storage.denied'],
    [403, 'storage.denied'],
  ])('turns %i into a broken dependency that says which right is lacking', async (status, code) => {
    google.fake.faults.push({ status });
    const refusal = { code, kind: 'dependency', detail: expect.stringContaining('roles/storage.objectUser') };
    await expect(store.stat(freshKey())).rejects.toMatchObject(refusal);
  });

  it('says that the bucket is missing instead of calling each object missing', async () => {
    const elsewhere = await google.open('no-such-bucket');
    await expect(elsewhere.stat(freshKey())).rejects.toMatchObject({
      code: 'storage.denied',
      detail: expect.stringContaining('create the bucket no-such-bucket'),
    });
  });

  it('gives up in the end, as a broken dependency', async () => {
    google.fake.faults.push(...Array.from({ length: 10 }, () => ({ status: 503 }) as const));
    await expect(store.get(freshKey())).rejects.toMatchObject({ code: 'storage.unavailable', kind: 'dependency' });
    expect(google.fake.faults).toHaveLength(6);
  });

  it('reads the bytes of the object that it described, though it is replaced meanwhile', async () => {
    const key = freshKey();
    const { etag } = await store.put(key, Buffer.from('old'), text);
    const found = await store.get(key);
    await store.put(key, Buffer.from('newer'), text);
    expect(found.info).toMatchObject({ etag, size: 3 });
    expect((await wholeOf(found)).toString()).toBe('old');
  });

  it('breaks a download off whose bytes are not those that were stored', async () => {
    const key = freshKey();
    await store.put(key, Buffer.from('stored'), text);
    google.fake.objects.get(key).bytes.write('broken');
    await expect(contentOf(store, key)).rejects.toMatchObject({ code: 'storage.unavailable', kind: 'dependency' });
  });
});
