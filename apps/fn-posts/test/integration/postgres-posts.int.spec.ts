import { Idempotency, IdempotencyStore } from '@foundnow/http';
import { OutboxWriter } from '@foundnow/outbox';
import { withClient } from '@foundnow/postgres';
import { testSchema } from '@foundnow/postgres/testing';
import { PostWriter } from '../../src/outbound/postgres/posts/post-writer.ts';
import { PostgresPostSearch } from '../../src/outbound/postgres/posts/postgres-post-search.ts';
import { PostgresPostStore } from '../../src/outbound/postgres/posts/postgres-post-store.ts';
import { fnPosts } from '../../src/service.ts';
import { describePosts } from '../conformance/posts.conformance.ts';

describePosts('in PostgreSQL', async () => {
  const { database, ownerUrl, drop } = await testSchema(fnPosts.schema, fnPosts.migrations);
  const outbox = new OutboxWriter({ schema: 'posts', service: 'fn-posts' });
  const idempotency = new Idempotency(database, new IdempotencyStore('posts'));
  return {
    posts: new PostgresPostStore(database, outbox, idempotency, new PostWriter(outbox)),
    search: new PostgresPostSearch(database),
    toldVersions: (id) =>
      withClient(ownerUrl, async (client) => {
        const { rows } = await client.query<{ type: string }>(
          'select type from posts.outbox where key = $1 order by id',
          [id],
        );
        return rows.map(({ type }) => (type === 'post.created' ? 1 : 2));
      }),
    stop: drop,
  };
});
