import type { Actor } from '../../domain/actor.ts';
import type { HistoryEntry } from '../../domain/post/history.ts';
import { postNotFound, postNotYours } from '../../domain/post/post-errors.ts';
import type { Moderation } from './moderation.port.ts';
import type { PostSearch } from './post-search.port.ts';

/** Every version of a post, for its author and the desk of its organization; the public ones for a moderator. */
export class ReadHistory {
  constructor(
    private readonly posts: PostSearch,
    private readonly moderation: Moderation,
  ) {}

  async run(id: string, viewer: Actor, below: number, most: number): Promise<readonly HistoryEntry[]> {
    const post = await this.posts.find(id, viewer);
    if (!post) throw postNotFound();
    const { closeness } = post;
    if (closeness === 'author' || (closeness === 'organization' && viewer.isStaff)) {
      return this.posts.history(id, viewer, below, most);
    }
    if (!viewer.isModerator || post.visibility !== 'public') throw postNotYours();
    return this.moderation.history(id, viewer, below, most);
  }
}
