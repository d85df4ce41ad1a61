import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@foundnow/postgres';
import { FakeClock } from '@foundnow/testing';
import { aPost, anActor, NOON } from '../post.builder.ts';
import { openPostgresPosts, type PostgresPosts } from '../postgres-posts.ts';
import { forgettingOver } from '../postgres-erasures.ts';

const DAY = 86_400_000;
const on = (day: number) => new Date(NOON.getTime() + day * DAY);

let posts: PostgresPosts;
beforeAll(async () => {
  posts = await openPostgresPosts();
});
afterAll(() => posts.drop());

const added = async (userId: string = crypto.randomUUID()) => {
  const me = anActor({ userId });
  return (await posts.add(aPost({}, {}, me).post, me)).state.id;
};
/** As a replica writes it that was started before posts knew since when they are closed. */
const closedSince = async (id: string, status: string, at: Date) =>
  withClient(posts.adminUrl, async (client) => {
    const text = `update posts.post set status = $2, version = version + 1, updated_at = $3 where id = $1 returning closed_at`;
    const { rows } = await client.query<{ closed_at: Date | null }>(text, [id, status, at]);
    return rows[0]?.closed_at;
  });

describe('while a new version is rolled out', () => {
  it('a post counts from when an old replica closes it, opens it again, or deletes it', async () => {
    const id = await added();
    expect(await closedSince(id, 'resolved', on(1))).toEqual(on(1));
    expect(await closedSince(id, 'resolved', on(2))).toEqual(on(1));
    expect(await closedSince(id, 'active', on(3))).toBeNull();
    expect(await closedSince(id, 'expired', on(4))).toEqual(on(4));
    expect(await closedSince(id, 'deleted', on(5))).toEqual(on(5));
  });

  it('what is stripped at once is not waited for', async () => {
    const userId = crypto.randomUUID();
    const id = await added(userId);
    await forgettingOver(posts.database, new FakeClock(NOON)).erasePerson.run(userId, 'person');
    const { rows } = await withClient(posts.adminUrl, (client) =>
      client.query('select status, closed_at from posts.post where id = $1', [id]),
    );
    expect(rows).toEqual([{ status: 'deleted', closed_at: null }]);
  });
});
