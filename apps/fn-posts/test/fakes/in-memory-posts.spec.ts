import { describePosts } from '../conformance/posts.conformance.ts';
import { InMemoryPosts } from './in-memory-posts.ts';

describePosts('in memory', async () => {
  const posts = new InMemoryPosts();
  return {
    posts,
    search: posts,
    toldVersions: async (id) => posts.told.flatMap(({ post }) => (post.id === id ? [post.version] : [])),
    stop: async () => undefined,
  };
});
