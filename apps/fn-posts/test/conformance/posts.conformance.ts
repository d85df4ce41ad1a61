import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IdempotentRequest } from '@foundnow/http';
import type { PostSearch } from '../../src/use-cases/posts/post-search.port.ts';
import { viewOf } from '../../src/domain/post/post-view.ts';
import { type PostStore, ReferenceTaken } from '../../src/use-cases/posts/post-store.port.ts';
import { aPost, anActor, aReference, NOON, SEALED } from '../post.builder.ts';

export interface PostsHarness {
  readonly posts: PostStore;
  readonly search: Pick<PostSearch, 'find'>;
  /** The versions of this post that were told of, in order. */
  toldVersions(id: string): Promise<number[]>;
  stop(): Promise<void>;
}

/** One body for the store that forgets and the store that keeps. */
export function describePosts(name: string, start: () => Promise<PostsHarness>): void {
  describe(`posts kept ${name}`, () => {
    let harness: PostsHarness;
    beforeAll(async () => void (harness = await start()));
    afterAll(() => harness.stop());
    const author = anActor();
    const add = (...from: Parameters<typeof aPost>) => {
      const { post, events } = aPost(...from);
      return { post, done: harness.posts.add(post, events, from[2] ?? author, undefined) };
    };

    it('are found as they were added, by their author', async () => {
      const report = { reward: { amountMinor: 500, currency: 'EUR' }, tags: ['blue', 'bag'] };
      const { post, events } = aPost(report, {}, author, { secrets: SEALED });
      const added = await harness.posts.add(post, events, author, undefined);
      expect(added).toEqual({ id: post.state.id, replayed: false });
      expect(await harness.search.find(post.state.id, author)).toEqual(viewOf(post.state, 'author'));
    });

    it('are changed one after the other, each change on top of the last, told in order', async () => {
      const { post, done } = add();
      await done;
      const { id } = post.state;
      await harness.posts.update(id, author, (current) => current.resolve('returned', null, author, NOON));
      const again = harness.posts.update(id, author, (current) => current.resolve('returned', null, author, NOON));
      await expect(again).rejects.toMatchObject({ code: 'post.already_resolved' });
      expect(await harness.toldVersions(id)).toEqual([1, 2]);
      expect(await harness.search.find(id, author)).toMatchObject({ status: 'resolved', version: 2 });
    });

    it('stay as they were when a change is refused', async () => {
      const { post, done } = add();
      await done;
      const refused = harness.posts.update(post.state.id, author, (current) => {
        current.resolve('returned', null, author, NOON);
        throw new Error('the caller thinks better of it');
      });
      await expect(refused).rejects.toThrow('thinks better');
      expect(await harness.search.find(post.state.id, author)).toMatchObject({ status: 'active', version: 1 });
      expect(await harness.toldVersions(post.state.id)).toEqual([1]);
    });

    it('do not share a reference', async () => {
      const reference = aReference(5);
      await add({ kind: 'found' }, { reference }).done;
      await expect(add({ kind: 'found' }, { reference }).done).rejects.toBeInstanceOf(ReferenceTaken);
    });

    it('are added once by a request that comes again', async () => {
      const once: IdempotentRequest = {
        person: author.userId,
        id: Buffer.alloc(32, 3),
        fingerprint: Buffer.alloc(32, 4),
      };
      const [one, two] = [aPost(), aPost()];
      await harness.posts.add(one.post, one.events, author, once);
      const repeated = await harness.posts.add(two.post, two.events, author, once);
      expect(repeated).toEqual({ id: one.post.state.id, replayed: true });
      expect(await harness.search.find(two.post.state.id, author)).toBeNull();
    });

    it('of another organization are not there to change', async () => {
      const org = anActor({ orgId: '0198c0de-0000-7000-8000-0000000000f1', isStaff: true });
      const { post, done } = add({}, {}, org);
      await done;
      const foreign = {
        ...org,
        userId: '0198c0de-0000-7000-8000-00000000000b',
        orgId: '0198c0de-0000-7000-8000-0000000000f2',
      };
      const change = harness.posts.update(post.state.id, foreign, (current) =>
        current.resolve('other', null, org, NOON),
      );
      await expect(change).rejects.toMatchObject({ code: 'post.not_found' });
    });
  });
}
