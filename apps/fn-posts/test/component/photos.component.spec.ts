import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventMap } from '@foundnow/contracts';
import { goldenExample } from '@foundnow/contracts/testing';
import { partsOf, plainPhoto } from '@foundnow/images/testing';
import { eventMessage } from '@foundnow/messaging';
import { call, readEvents } from '@foundnow/service/testing';
import { eventually } from '@foundnow/testing';
import type { WrittenPostResponse } from '../../src/inbound/http/posts/post.response.ts';
import { type Changed, keysIn, type Refused, type Shown, upload, uploadDirectly } from '../photo-calls.ts';
import { aReportRequest } from '../report-request.builder.ts';
import { startPosts, type PostsUnderTest } from '../start-posts.ts';

let posts: PostsUnderTest;
let author: string;
let photo: Buffer;
beforeAll(async () => {
  posts = await startPosts();
  author = await posts.tokenFor('user');
  photo = await plainPhoto({ width: 1600, height: 1200 });
});
afterAll(() => posts.stop());

const ready = async (as = author) => (await upload(posts, as, photo)).body.id;
const report = async (different: Record<string, unknown> = {}, as = author) =>
  call<WrittenPostResponse & Refused>(posts, 'POST /posts', { as, body: aReportRequest(different) });
const shown = async (id: string, as?: string) =>
  (await call<Shown>(posts, `GET /posts/${id}/photos`, as === undefined ? {} : { as })).body.photos;
const add = (id: string, body: object, as = author) =>
  call<Changed & Refused>(posts, `POST /posts/${id}/photos`, { as, body });
const change = (route: `${'PUT' | 'PATCH' | 'DELETE'} /${string}`, tag: string, body?: object, as = author) =>
  call<Changed & Refused>(posts, route, { as, headers: { 'if-match': tag }, ...(body && { body }) });

async function told<N extends 'post.created' | 'post.photo_added' | 'post.photo_removed' | 'post.updated'>(
  name: N,
  id: string,
): Promise<EventMap[N][]> {
  const events = await readEvents(posts.bus, name);
  return events.flatMap(({ payload }) => (payload.postId === id ? [payload] : []));
}

describe('a photo', () => {
  it('is uploaded in a form, waits in quarantine, and becomes part of a new post', async () => {
    const { status, body: uploaded } = await upload(posts, author, photo);
    expect({ status, size: [uploaded.width, uploaded.height] }).toEqual({ status: 201, size: [1600, 1200] });
    expect(uploaded.placeholder).toMatch(/^data:image\/webp;base64,/);
    const waiting = await keysIn(posts);
    expect(waiting.every((key) => key.startsWith('quarantine/'))).toBe(true);
    const { body: post } = await report({ photoUploadIds: [uploaded.id] });
    expect(post.photos).toMatchObject([{ id: uploaded.id, isPublic: false, caption: null }]);
    const names = (await keysIn(posts)).map((key) => key.replace(/[0-9a-f]{40}/, 'FOLDER'));
    expect(names).toEqual(['private/FOLDER/1280.jpg', 'private/FOLDER/320.jpg', 'private/FOLDER/original.jpg']);
    await eventually(async () => {
      const [created] = await told('post.created', post.id);
      expect(created?.photos).toMatchObject([{ photoId: uploaded.id, position: 0, width: 1600, publicVariants: [] }]);
      expect(created?.photos[0]?.variants.map(({ name, width }) => [name, width])).toEqual([['1280', 1280], ['320', 320]]); // prettier-ignore
    });
  });

  it('is sent to the store directly, at an address for this type and length alone', async () => {
    const { status, body } = await uploadDirectly(posts, author, photo);
    expect({ status, width: body.width }).toEqual({ status: 200, width: 1600 });
    const open = { contentType: 'image/jpeg', byteLength: photo.length };
    const { body: opened } = await call<{ id: string; upload: { url: string; headers: Record<string, string> } }>(
      posts,
      'POST /photos/direct',
      { as: author, body: open },
    );
    const send = (file: Buffer, headers = opened.upload.headers) =>
      fetch(opened.upload.url, { method: 'PUT', headers, body: file as Uint8Array<ArrayBuffer> });
    expect((await send(photo.subarray(1))).status).toBe(400);
    expect((await send(Buffer.concat([photo, photo]))).status).toBe(413);
    expect((await send(photo, { 'content-type': 'text/html' })).status).toBe(415);
    const early = await call<Refused>(posts, `POST /photos/${opened.id}/complete`, { as: author });
    expect([early.status, early.body.code]).toEqual([409, 'photo.upload_incomplete']);
    const other = await posts.tokenFor('user', { userId: crypto.randomUUID() });
    expect((await call(posts, `POST /photos/${opened.id}/complete`, { as: other })).status).toBe(404);
  });

  it('completed twice at once is one photo', async () => {
    const body = { contentType: 'image/jpeg', byteLength: photo.length };
    const { body: opened } = await call<{ id: string; upload: { url: string; headers: Record<string, string> } }>(
      posts,
      'POST /photos/direct',
      { as: author, body },
    );
    await fetch(opened.upload.url, {
      method: 'PUT',
      headers: opened.upload.headers,
      body: photo as Uint8Array<ArrayBuffer>,
    });
    const complete = () => call(posts, `POST /photos/${opened.id}/complete`, { as: author });
    const answers = await Promise.all([complete(), complete(), complete()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    expect((await report({ photoUploadIds: [opened.id] })).status).toBe(201);
    expect(await complete()).toMatchObject({ status: 200, body: { id: opened.id, expiresAt: null } });
  });

  it('uploaded again under the same key is the one that is there, and another under it is refused', async () => {
    const key = { 'idempotency-key': crypto.randomUUID() };
    const [first, again] = [await upload(posts, author, photo, key), await upload(posts, author, photo, key)];
    expect([again.body.id, again.headers.get('idempotent-replayed')]).toEqual([first.body.id, 'true']);
    const other = await upload(posts, author, await plainPhoto(), key);
    expect(other.status).toBe(422);
  });
});

describe('the photos of a post', () => {
  it('are added, put in order, captioned and removed, each in a version of its own', async () => {
    const { body: post } = await report();
    const [first, second] = [await ready(), await ready()];
    expect((await add(post.id, { uploadId: first })).status).toBe(201);
    const { headers, body } = await add(post.id, { uploadId: second, caption: 'Call 06 12 34 56 78' });
    expect(headers.get('etag')).toBe('"3"');
    expect(body.photos.map(({ id, caption }) => [id, caption])).toEqual([[first, null], [second, 'Call [phone]']]); // prettier-ignore
    expect(body.warnings).toMatchObject([{ path: 'caption', code: 'personal_data_masked' }]);
    expect((await add(post.id, { uploadId: second })).headers.get('etag')).toBe('"3"');

    const photoIds = [second, first];
    const order = await change(`PUT /posts/${post.id}/photos/order`, '"3"', { photoIds });
    expect([order.status, order.body.photos.map(({ id }) => id)]).toEqual([200, photoIds]);
    expect((await change(`PUT /posts/${post.id}/photos/order`, '"3"', { photoIds })).status).toBe(412);
    const caption = await change(`PATCH /posts/${post.id}/photos/${first}`, '"4"', { caption: 'Front' });
    expect(caption.body.photos[1]).toMatchObject({ caption: 'Front' });
    const removed = await change(`DELETE /posts/${post.id}/photos/${second}`, '"5"');
    expect(removed.body.photos.map(({ id }) => id)).toEqual([first]);
    expect((await call(posts, `DELETE /posts/${post.id}/photos/${first}`, { as: author })).status).toBe(428);

    await eventually(async () => {
      expect(await told('post.photo_added', post.id)).toMatchObject([
        { aggregateVersion: 2, photosVersion: 2, photo: { photoId: first, position: 0 } },
        { aggregateVersion: 3, photosVersion: 3, photo: { photoId: second, caption: 'Call [phone]' } },
      ]);
      expect(await told('post.updated', post.id)).toMatchObject([
        { aggregateVersion: 4, photosVersion: 3, changedFields: ['photos'] },
        { aggregateVersion: 5, photosVersion: 3, changedFields: ['photos'] },
      ]);
      expect(await told('post.photo_removed', post.id)).toMatchObject([
        {
          aggregateVersion: 6,
          photosVersion: 6,
          photo: { photoId: second, position: 0 },
          photos: [{ photoId: first }],
        },
      ]);
    });
  });

  it('are ten at most', async () => {
    const { body: post } = await report();
    const ids = await Promise.all(Array.from({ length: 11 }, () => ready()));
    const answers = await Promise.all(ids.map((uploadId) => add(post.id, { uploadId })));
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([...Array<number>(10).fill(201), 409]);
    expect(await shown(post.id, author)).toHaveLength(10);
  });

  it('are changed by nobody else', async () => {
    const { body: post } = await report({ photoUploadIds: [await ready()] });
    const as = await posts.tokenFor('user', { userId: crypto.randomUUID() });
    const [photoId] = post.photos.map(({ id }) => id);
    expect((await change(`DELETE /posts/${post.id}/photos/${photoId}`, '"1"', undefined, as)).status).toBe(404);
    expect((await add(post.id, { uploadId: await ready(as) }, as)).status).toBe(404);
  });

  it('are shown to strangers as a placeholder, until their redacted forms are published', async () => {
    const { body: post } = await report({ photoUploadIds: [await ready()] });
    const [own] = await shown(post.id, author);
    expect(own?.forms.map(({ name }) => name)).toEqual(['original', '1280', '320']);
    const file = Buffer.from(await (await fetch(own?.forms[0]?.url ?? '')).arrayBuffer());
    expect(partsOf(file)).toContain('SOF0');
    expect(await shown(post.id)).toMatchObject([{ isPublic: false, forms: [], placeholder: own?.placeholder }]);

    const publicKey = `public/${post.id}/320.jpg`;
    await posts.objects.put(publicKey, await plainPhoto({ width: 320, height: 240 }), { contentType: 'image/jpeg' });
    const [privateKey] = (await posts.objects.list('private/')).objects.map(({ key }) => key);
    const enhanced = goldenExample('post.enhanced');
    const variant = { name: '320', objectKey: publicKey, width: 320, height: 240 };
    const publicVariants = [variant, { ...variant, name: 'leak', objectKey: privateKey ?? '' }];
    const photos = [{ ...enhanced.photos[0], photoId: own?.id, publicVariants }] as typeof enhanced.photos;
    const event = { ...enhanced, postId: post.id, photos, photosVersion: 0, level: 'none' } as const;
    await posts.bus.publish([eventMessage('post.enhanced', event, '/foundnow/spec')]);

    await eventually(async () =>
      expect(await shown(post.id)).toMatchObject([{ isPublic: true, forms: [{ name: '320' }] }]),
    );
    const forms = (await shown(post.id)).flatMap((each) => each.forms);
    expect(forms).toHaveLength(1);
    expect((await fetch(forms[0]?.url ?? '')).status).toBe(200);
    expect((await fetch(forms[0]?.url.replace('public/', 'private/') ?? '')).status).toBe(403);
    expect(await told('post.updated', post.id)).toMatchObject([
      { reason: 'photos_redacted', changedFields: ['photos'] },
    ]);

    // Read anew, in vain: what was shown is there no more.
    const again = {
      ...event,
      photos: [],
      failedPhotoIds: [own?.id ?? ''],
      aggregateVersion: event.aggregateVersion + 1,
    };
    await posts.bus.publish([eventMessage('post.enhanced', again, '/foundnow/spec')]);
    await eventually(async () => expect(await shown(post.id)).toMatchObject([{ isPublic: false, forms: [] }]));
  });

  it('of a private post are nobody else’s to see', async () => {
    const { body: post } = await report({ visibility: 'private', photoUploadIds: [await ready()] });
    expect((await call(posts, `GET /posts/${post.id}/photos`)).status).toBe(404);
  });
});
