import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { IdempotentRequest } from '@foundnow/http';
import type { Actor } from '../../src/domain/actor.ts';
import { ANY_VERSION } from '../../src/use-cases/posts/expected-version.ts';
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
      await harness.posts.update(id, author, ANY_VERSION, (current) => current.resolve('returned', null, author, NOON));
      const again = harness.posts.update(id, author, ANY_VERSION, (current) =>
        current.resolve('returned', null, author, NOON),
      );
      await expect(again).rejects.toMatchObject({ code: 'post.already_resolved' });
      expect(await harness.toldVersions(id)).toEqual([1, 2]);
      expect(await harness.search.find(id, author)).toMatchObject({ status: 'resolved', version: 2 });
    });

    it('stay as they were when a change is refused', async () => {
      const { post, done } = add();
      await done;
      const refused = harness.posts.update(post.state.id, author, ANY_VERSION, (current) => {
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

    const desk = anActor({ orgId: '0198c0de-0000-7000-8000-0000000000f1', isStaff: true });
    const other = { userId: '0198c0de-0000-7000-8000-00000000000b' };
    const OUTSIDE: ReadonlyArray<readonly [string, Actor, Actor]> = [
      ['of another organization', desk, { ...desk, ...other, orgId: '0198c0de-0000-7000-8000-0000000000f2' }],
      ['of an organization, to their author when she acts without it,', desk, { ...desk, orgId: null, isStaff: false }],
      ['of somebody else and no organization', author, { ...author, ...other }],
      ['of somebody else and no organization, to a desk,', author, { ...desk, ...other }],
    ];

    it.each(OUTSIDE)('%s are not there to change', async (_whose, by, outside) => {
      const { post, done } = add({}, {}, by);
      await done;
      const change = harness.posts.update(post.state.id, outside, ANY_VERSION, (current) =>
        current.resolve('other', null, by, NOON),
      );
      await expect(change).rejects.toMatchObject({ code: 'post.not_found' });
      const look = harness.posts.look(post.state.id, outside, ANY_VERSION);
      await expect(look).rejects.toMatchObject({ code: 'post.not_found' });
    });

    it('of no organization are their author’s, whichever she acts for', async () => {
      const { post, done } = add();
      await done;
      const by = { ...author, orgId: desk.orgId };
      const changed = await harness.posts.update(post.state.id, by, ANY_VERSION, (current) => current.delete(by, NOON));
      expect(changed.state.status).toBe('deleted');
    });

    it('ask who it is before they ask for the version, in a look as in a change', async () => {
      const { post, done } = add({}, {}, desk);
      await done;
      const stale = {
        assertCurrent: () => {
          throw new Error('stale');
        },
      };
      const colleague = { ...desk, ...other, isStaff: false };
      for (const [by, refusal] of [
        [colleague, { code: 'post.not_yours' }],
        [{ ...desk, ...other }, { message: 'stale' }],
      ] as const) {
        await expect(harness.posts.update(post.state.id, by, stale, () => [])).rejects.toMatchObject(refusal);
        await expect(harness.posts.look(post.state.id, by, stale)).rejects.toMatchObject(refusal);
      }
      expect(await harness.posts.look(post.state.id, desk, ANY_VERSION)).toEqual(post.state);
    });
  });
}
