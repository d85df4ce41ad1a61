import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { goldenExample } from '@foundnow/contracts/testing';
import { plainPhoto } from '@foundnow/images/testing';
import { eventMessage } from '@foundnow/messaging';
import { call, readEvents } from '@foundnow/service/testing';
import { eventually } from '@foundnow/testing';
import type { WrittenPostResponse } from '../../src/inbound/http/posts/post.response.ts';
import { type Shown, upload } from '../photo-calls.ts';
import { aReportRequest } from '../report-request.builder.ts';
import { startPosts, type PostsUnderTest } from '../start-posts.ts';

let posts: PostsUnderTest;
let as: string;
beforeAll(async () => {
  posts = await startPosts();
  as = await posts.tokenFor('user');
});
afterAll(() => posts.stop());

const publicOf = async (id: string) =>
  (await call<Shown>(posts, `GET /posts/${id}/photos`)).body.photos.map(({ isPublic }) => isPublic);
const versionOf = async (id: string) => (await call<WrittenPostResponse>(posts, `GET /posts/${id}`)).body.version;

/** Its photo was read, covered as what this version of its post said. */
async function enhanced(postId: string, photoId: string, postVersion: number, aggregateVersion: number) {
  const example = goldenExample('post.enhanced');
  const publicVariants = [
    { name: '320', objectKey: `public/${postId}/${aggregateVersion}.jpg`, width: 320, height: 240 },
  ];
  const photos = [{ ...example.photos[0], photoId, publicVariants }] as typeof example.photos;
  const event = { ...example, postId, postVersion, aggregateVersion, photos, level: 'none' } as const;
  await posts.bus.publish([eventMessage('post.enhanced', event, '/foundnow/spec')]);
}

it('shows strangers no photo of what turns out to be a passport until it was covered as one', async () => {
  const { body: uploaded } = await upload(posts, as, await plainPhoto({ width: 640, height: 480 }));
  const body = aReportRequest({ category: 'other.other', photoUploadIds: [uploaded.id] });
  const { body: post } = await call<WrittenPostResponse>(posts, 'POST /posts', { as, body });
  await enhanced(post.id, uploaded.id, 1, 1);
  await eventually(async () => expect(await publicOf(post.id)).toEqual([true]));

  const headers = { 'if-match': `"${await versionOf(post.id)}"` };
  const edit = { as, headers, body: { category: 'documents.passport' } };
  const { body: corrected } = await call<WrittenPostResponse>(posts, `PATCH /posts/${post.id}`, edit);
  expect(await publicOf(post.id)).toEqual([false]);
  await enhanced(post.id, uploaded.id, corrected.version - 1, 2);
  await enhanced(post.id, uploaded.id, corrected.version, 3);
  await eventually(async () => expect(await publicOf(post.id)).toEqual([true]));
  const updates = (await readEvents(posts.bus, 'post.updated')).filter(({ payload }) => payload.postId === post.id);
  const shown = { changedFields: ['photos'], reason: 'photos_redacted' };
  expect(updates.map(({ payload }) => payload)).toMatchObject([
    { ...shown, photos: [{ publicVariants: [{}] }] },
    { changedFields: ['category', 'photos'], photos: [{ publicVariants: [] }] },
    { ...shown, photos: [{ publicVariants: [{ objectKey: `public/${post.id}/3.jpg` }] }] },
  ]);
});
