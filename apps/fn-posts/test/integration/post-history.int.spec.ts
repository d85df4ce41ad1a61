import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FakeClock } from '@foundnow/testing';
import { ANY_VERSION } from '../../src/use-cases/posts/expected-version.ts';
import { aPost, anActor, NOON } from '../post.builder.ts';
import { openPostgresPosts, type PostgresPosts } from '../postgres-posts.ts';
import { forgettingOver } from '../postgres-erasures.ts';

const ORG = crypto.randomUUID();
const clerk = () => anActor({ userId: crypto.randomUUID(), orgId: ORG, isStaff: true });

let posts: PostgresPosts;
beforeAll(async () => {
  posts = await openPostgresPosts();
});
afterAll(() => posts.drop());

const historyOf = (id: string, viewer: ReturnType<typeof clerk>) => posts.search.history(id, viewer, 10, 10);

describe('the history of a post', () => {
  it('ends for whoever may not see the post any more, also between two statements', async () => {
    const [author, desk] = [clerk(), clerk()];
    const { state } = await posts.add(aPost({ visibility: 'private' }, {}, author).post, author);
    expect(await historyOf(state.id, author)).toHaveLength(1);
    expect(await historyOf(state.id, desk)).toEqual([]);
  });
});

describe('what an organization keeps of somebody who is being erased', () => {
  it('names her to nobody from the moment that it is asked for', async () => {
    const [anna, desk] = [clerk(), clerk()];
    const { state } = await posts.add(aPost({ kind: 'found' }, {}, anna).post, anna);
    await posts.posts.update(state.id, anna, ANY_VERSION, (post) => post.expire(anna, NOON));
    const query = { sort: 'newest', limit: 5, statuses: ['expired'], authorId: anna.userId } as const;
    const named = async () => (await historyOf(state.id, desk)).map(({ byId }) => byId);
    const found = async () => (await posts.search.list(query, desk)).posts.map(({ id }) => id);
    expect([await named(), await found()]).toEqual([[anna.userId, anna.userId], [state.id]]);
    const order = { personId: anna.userId, source: 'person', requestedAt: NOON } as const;
    await forgettingOver(posts.database, new FakeClock(NOON)).erasures.open(order, NOON);
    expect([await named(), await found()]).toEqual([[null, null], []]);
    expect(await posts.search.find(state.id, desk)).toMatchObject({ id: state.id });
  });
});
