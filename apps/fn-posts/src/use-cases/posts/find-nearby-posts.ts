import type { Actor } from '../../domain/actor.ts';
import type { NearbyPost, NearbyQuery, PostSearch } from './post-search.port.ts';

/** Active posts around a point, the nearest first. */
export class FindNearbyPosts {
  constructor(private readonly posts: PostSearch) {}

  async run(query: NearbyQuery, viewer: Actor | null): Promise<readonly NearbyPost[]> {
    return this.posts.nearby(query, viewer);
  }
}
