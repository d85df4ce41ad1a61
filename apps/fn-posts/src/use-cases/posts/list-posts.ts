import type { Actor } from '../../domain/actor.ts';
import type { ListQuery, PostList, PostSearch } from './post-search.port.ts';

/** Posts by what is known of them. A page can be short, even empty, before the end: each looks at so many and no more. */
export class ListPosts {
  constructor(private readonly posts: PostSearch) {}

  async run(query: ListQuery, viewer: Actor | null): Promise<PostList> {
    return this.posts.list(query, viewer);
  }
}
