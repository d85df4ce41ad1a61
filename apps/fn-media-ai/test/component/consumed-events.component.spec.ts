import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventName } from '@foundnow/contracts';
import { goldenExamples } from '@foundnow/contracts/testing';
import { eventMessage, listDeadLetters } from '@foundnow/messaging';
import { withClient } from '@foundnow/postgres';
import { eventually } from '@foundnow/testing';
import { fnMediaAi } from '../../src/service.ts';
import { aPhoto, PATIENCE, PostPlay } from '../post-play.ts';
import { startMediaAi, type MediaAiUnderTest } from '../start-media-ai.ts';

const CONSUMED: readonly EventName[] = [
  'post.created',
  'post.updated',
  'post.photo_added',
  'post.photo_removed',
  'post.snapshot',
  'post.deleted',
  'user.erased',
];

/** Takes everything in, and has no place to read photos from. */
let service: MediaAiUnderTest;
beforeAll(async () => void (service = await startMediaAi({ OBJECT_STORE: 'none' })));
afterAll(() => service.stop());

interface Kept {
  readonly version: number;
  readonly photos: readonly string[];
  readonly is_gone: boolean;
}

const keptOf = (postId: string) =>
  withClient(service.database.adminUrl, async (client) => {
    const text = `select version::int, deleted_at is not null as is_gone, array(
        select photo_id from media_ai.photo where post_id = post.post_id order by photo_id) as photos
      from media_ai.post as post where post_id = $1`;
    return (await client.query<Kept>(text, [postId])).rows[0];
  });

describe('every golden example of what fn-media-ai consumes', () => {
  it('is taken in without a complaint, also twice and in a replay', async () => {
    const messages = goldenExamples()
      .filter(({ event }) => CONSUMED.includes(event))
      .map(({ event, payload }) => eventMessage(event, payload as never, '/foundnow/spec'));
    await service.bus.publish([...messages, ...messages]);
    const replay = await fnMediaAi.replay(service.env, new AbortController().signal);
    expect(replay).toMatchObject({ deadLettered: 0, complete: true, handled: 2 * messages.length });
    const last = new PostPlay(service);
    await last.tell('post.created', []);
    await eventually(async () => expect(await keptOf(last.id)).toMatchObject({ version: 1 }), PATIENCE);
    const topics = ['posts.events', 'users.events'];
    expect(await listDeadLetters(service.bus, { topics, group: 'fn-media-ai' })).toEqual([]);
  });
});

describe('events of a post', () => {
  it('leave the same behind in whatever order they come', async () => {
    const photos = ['one', 'two', 'three'].map((text) => aPhoto(Buffer.from(text)));
    const [one, two, three] = photos;
    if (!one || !two || !three) throw new Error('There are three');
    const told = (post: PostPlay) => [
      post.message('post.created', [one]),
      post.message('post.photo_added', [one, two]),
      post.message('post.updated', [one, two]),
      post.message('post.photo_removed', [two]),
      post.message('post.photo_added', [two, three]),
    ];
    for (const order of [[0, 1, 2, 3, 4], [4, 3, 2, 1, 0], [3, 0, 4, 1, 2], [4]]) {
      const post = new PostPlay(service);
      const messages = told(post);
      await service.bus.publish(order.flatMap((at) => messages[at] ?? []));
      await eventually(
        async () =>
          expect(await keptOf(post.id)).toMatchObject({ version: 5, photos: [two.photoId, three.photoId].toSorted() }),
        PATIENCE,
      );
    }
  });

  it('bring nothing back that was deleted, be it before it was heard of', async () => {
    const post = new PostPlay(service);
    const created = post.message('post.created', [aPhoto(Buffer.from('x'))]);
    await post.delete();
    await service.bus.publish([created]);
    const after = new PostPlay(service);
    await after.tell('post.created', []);
    await eventually(async () => expect(await keptOf(after.id)).toMatchObject({ version: 1 }), PATIENCE);
    await eventually(async () => expect(await keptOf(post.id)).toMatchObject({ is_gone: true, photos: [] }), PATIENCE);
  });
});
