import type { PostCount, PostSearch } from './post-search.port.ts';

/** How many posts there are, for those who run the platform. */
export class CountPosts {
  constructor(private readonly posts: PostSearch) {}

  async run(): Promise<readonly PostCount[]> {
    return this.posts.countByKindAndStatus();
  }
}
