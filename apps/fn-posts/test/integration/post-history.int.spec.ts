import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aPost, anActor } from '../post.builder.ts';
import { openPostgresPosts, type PostgresPosts } from '../postgres-posts.ts';

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
