import { withClient } from '@foundnow/postgres';
import { describePosts } from '../conformance/posts.conformance.ts';
import { openPostgresPosts } from '../postgres-posts.ts';

describePosts('in PostgreSQL', async () => {
  const { posts, search, ownerUrl, drop } = await openPostgresPosts();
  return {
    posts,
    search,
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
