import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate, withClient } from '@foundnow/postgres';
import { testSchema, type TestSchema } from '@foundnow/postgres/testing';
import { PostgresPostSearch } from '../../src/outbound/postgres/posts/postgres-post-search.ts';
import { fnPosts } from '../../src/service.ts';
import { anActor } from '../post.builder.ts';

const RESOLVED = `insert into posts.post select (jsonb_populate_record(post, jsonb_build_object(
  'id', gen_random_uuid(), 'status', 'resolved', 'expires_at', null))).* from posts.post`;
const POST = `insert into posts.post values ('0198c0de-0000-7000-8000-0000000000d1', 1, 'lost', 'active', 'Blue backpack', '',
  'bags.backpack', '{"brand": "Deuter/10.2", "model": null, "color": [], "material": null, "marks": null}', 52.525, 13.3694,
  null, null, 52.526, 13.371, 1000, now(), now(), 'Europe/Berlin', 'public', 'en', null, null, null,
  '${anActor().userId}', null, 'self', 1, now(), now(), now() + interval '30 days')`;

let schema: TestSchema;
beforeAll(async () => {
  schema = await testSchema(fnPosts.schema, fnPosts.migrations.slice(0, 1));
  await withClient(schema.adminUrl, async (client) => {
    await client.query(POST);
    await client.query(RESOLVED);
  });
  await migrate(schema.ownerUrl, fnPosts.schema, fnPosts.migrations);
});
afterAll(() => schema.drop());

describe('a post that was there before posts could be searched', () => {
  it('is found by its place and its words, and is told of when it is due', async () => {
    const search = new PostgresPostSearch(schema.database);
    const center = { lat: 52.525, lng: 13.37 };
    for (const radiusMeters of [1000, 50_000]) {
      const found = await search.nearby({ center, radiusMeters, limit: 5 }, null);
      expect(found.map(({ post }) => post.title)).toEqual(['Blue backpack']);
    }
    const query = { statuses: ['active'], sort: 'newest', limit: 5, words: ['deuter', '10', '2'] } as const;
    expect((await search.list(query, null)).posts).toHaveLength(1);
    const { rows } = await withClient(schema.adminUrl, (client) =>
      client.query<{ days: number }>(
        'select extract(day from due_at - created_at)::int as days from posts.post where due_at is not null',
      ),
    );
    expect(rows).toEqual([{ days: 27 }]);
  });

  it('is known to be closed since it last changed', async () => {
    const { rows } = await withClient(schema.adminUrl, (client) =>
      client.query(`select status, closed_at = updated_at as since from posts.post order by status`),
    );
    expect(rows).toEqual([
      { status: 'active', since: null },
      { status: 'resolved', since: true },
    ]);
  });

  it('has a history that begins with its author', async () => {
    const search = new PostgresPostSearch(schema.database);
    const entries = await search.history('0198c0de-0000-7000-8000-0000000000d1', anActor(), 10, 10);
    expect(entries).toMatchObject([{ change: 'reported', by: 'author', post: { version: 1 } }]);
  });
});
