import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  animation,
  describedPhoto,
  hostileFiles,
  partsOf,
  plainPhoto,
  SECRETS,
  withTrailer,
} from '@foundnow/images/testing';
import { withClient } from '@foundnow/postgres';
import { call } from '@foundnow/service/testing';
import type { WrittenPostResponse } from '../../src/inbound/http/posts/post.response.ts';
import { keysIn, type Shown, upload, uploadDirectly } from '../photo-calls.ts';
import { aReportRequest } from '../report-request.builder.ts';
import { startPosts, type PostsUnderTest } from '../start-posts.ts';

const { pngBomb, zipFile } = hostileFiles;
const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic'), Buffer.alloc(64)]);

let posts: PostsUnderTest;
let author: string;
beforeAll(async () => {
  posts = await startPosts();
  author = await posts.tokenFor('user');
});
afterAll(() => posts.stop());

const BAD: ReadonlyArray<readonly [string, () => Promise<Buffer>, number, string]> = [
  ['a decompression bomb', async () => pngBomb(30_000, 30_000), 413, 'image.too_many_pixels'],
  ['a bomb that lies about its size', async () => pngBomb(6_000, 6_000), 422, 'image.damaged'],
  ['a file that breaks off', async () => (await plainPhoto()).subarray(0, 2_000), 422, 'image.damaged'],
  ['a photo with a ZIP behind it', async () => withTrailer(zipFile()), 422, 'image.not_only_a_photo'],
  ['a photo with a page behind it', async () => withTrailer('<html><script>1</script>'), 422, 'image.not_only_a_photo'],
  ['an animation', animation, 422, 'image.animated'],
  [
    'a drawing that is a program',
    async () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'),
    415,
    'image.type',
  ],
  ['a HEIC photo', async () => heic, 415, 'image.heic'],
  ['text', async () => Buffer.from('not a photo'), 415, 'image.type'],
];

describe('a file that is no photo', () => {
  it.each(BAD)('is refused in a form when it is %s, and nothing of it stays', async (_what, make, status, code) => {
    const refused = await upload(posts, author, await make());
    expect({ status: refused.status, code: refused.body.code }).toEqual({ status, code });
    expect(refused.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(await keysIn(posts)).toEqual([]);
  });

  it.each(BAD)(
    'is refused when it was sent directly and is %s, and nothing of it stays',
    async (_what, make, status, code) => {
      const refused = await uploadDirectly(posts, author, await make());
      expect({ status: refused.status, code: refused.body.code }).toEqual({ status, code });
      expect(await keysIn(posts)).toEqual([]);
    },
  );

  it('is refused when it is empty or larger than 10 MB', async () => {
    expect((await upload(posts, author, Buffer.alloc(0))).body.code).toBe('image.empty');
    const large = await upload(posts, author, Buffer.alloc(10 * 1024 * 1024 + 1, 0xff));
    expect(large.status).toBe(413);
    const direct = { contentType: 'image/jpeg', byteLength: 10 * 1024 * 1024 + 1 };
    expect((await call(posts, 'POST /photos/direct', { as: author, body: direct })).status).toBe(400);
    expect(await keysIn(posts)).toEqual([]);
  });

  it('says how to send a HEIC photo otherwise', async () => {
    expect((await upload(posts, author, heic)).body.detail).toContain('JPEG');
  });
});

describe('a request that is no upload', () => {
  const post = async (body: string | FormData, headers: Record<string, string> = {}) => {
    const init = { method: 'POST', body, headers: { authorization: `Bearer ${author}`, ...headers } };
    const answer = await fetch(`${posts.api}/photos`, init);
    return [answer.status, ((await answer.json()) as { code: string }).code];
  };

  it('is refused: JSON, a form without a file, one that breaks off, one with two files', async () => {
    expect(await post('{}', { 'content-type': 'application/json' })).toEqual([415, 'request.media_type']);
    const empty = new FormData();
    empty.set('file', 'text');
    expect(await post(empty)).toEqual([400, 'request.malformed_form']);
    const cut = { 'content-type': 'multipart/form-data; boundary=x' };
    const begin = '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc';
    expect(await post(begin, cut)).toEqual([400, 'request.malformed_form']);
    const two = new FormData();
    for (const name of ['a', 'b']) two.set(name, new Blob(['x']), name);
    expect(await post(two)).toEqual([400, 'request.malformed_form']);
    expect(await keysIn(posts)).toEqual([]);
  });
});

describe('somebody with as many uploads as may wait', () => {
  it('is refused another, and told again what came of a request that was answered before', async () => {
    const userId = crypto.randomUUID();
    const as = await posts.tokenFor('user', { userId });
    const photo = await plainPhoto();
    const key = { 'idempotency-key': crypto.randomUUID() };
    const first = await upload(posts, as, photo, key);
    await withClient(posts.database.adminUrl, (client) =>
      client.query(
        `insert into posts.photo (id, folder, state, owner_id, created_at, due_at)
         select gen_random_uuid(), $1 || n, 'awaited', $1::uuid, now(), now() + interval '1 day'
         from generate_series(1, 49) as n`,
        [userId],
      ),
    );
    const before = await keysIn(posts);
    const again = await upload(posts, as, photo, key);
    expect([again.status, again.body.id]).toEqual([201, first.body.id]);
    expect(again.headers.get('idempotent-replayed')).toBe('true');
    expect((await upload(posts, as, await plainPhoto({ width: 10 }), key)).body.code).toBe('idempotency.key_reused');
    for (const other of [{}, { 'idempotency-key': crypto.randomUUID() }]) {
      expect((await upload(posts, as, photo, other)).body.code).toBe('photo.too_many_uploads');
    }
    expect(await keysIn(posts)).toEqual(before);
  });
});

describe('what a file says beside its picture', () => {
  it.each(['jpeg', 'png', 'webp', 'avif'] as const)(
    'is found on no path of a %s: no object, answer, row or log',
    async (as) => {
      const file = await describedPhoto(as);
      const uploads = [await upload(posts, author, file), await uploadDirectly(posts, author, file)];
      const photoUploadIds = uploads.map(({ body }) => body.id);
      const { body: post } = await call<WrittenPostResponse>(posts, 'POST /posts', {
        as: author,
        body: aReportRequest({ photoUploadIds }),
      });
      const { body: shown } = await call<Shown>(posts, `GET /posts/${post.id}/photos`, { as: author });
      const forms = shown.photos.flatMap((photo) => photo.forms);
      const files = await Promise.all(
        forms.map(async ({ url }) => Buffer.from(await (await fetch(url)).arrayBuffer())),
      );
      const stored = await Promise.all((await keysIn(posts)).map((key) => bytesAt(key)));
      expect(files).toHaveLength(6);
      expect(stored.length).toBeGreaterThanOrEqual(6);
      for (const bytes of [...files, ...stored]) {
        expect(partsOf(bytes).filter((part) => !/^(?:APP0 JFIF|DQT|SOF0|DHT|SOS|DRI|EOI)$/.test(part))).toEqual([]);
      }
      const log = await readFile(posts.env['LOG_FILE'] ?? '', 'utf8');
      const everything = [...files, ...stored, JSON.stringify([uploads, post, shown]), log].map((part) =>
        part.toString('latin1'),
      );
      for (const text of everything) {
        expect(Object.values(SECRETS).filter((secret) => text.includes(secret))).toEqual([]);
      }
    },
  );

  async function bytesAt(key: string): Promise<Buffer> {
    const { body } = await posts.objects.get(key);
    return Buffer.concat((await body.toArray()) as Buffer[]);
  }
});
