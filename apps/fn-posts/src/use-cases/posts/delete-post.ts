import type { Clock } from '@foundnow/kernel';
import type { Actor } from '../../domain/actor.ts';
import type { ExpectedVersion } from './expected-version.ts';
import type { Moderation } from './moderation.port.ts';
import type { Change, PostStore } from './post-store.port.ts';

/** The author, the desk or a moderator takes a post away for good: it is gone from every read at once. */
export class DeletePost {
  constructor(
    private readonly posts: PostStore,
    private readonly moderation: Moderation,
    private readonly clock: Clock,
  ) {}

  async run(id: string, by: Actor, expected: ExpectedVersion): Promise<void> {
    const change: Change = (post) => post.delete(by, this.clock.now());
    if (by.isModerator && (await this.moderation.change(id, by, expected, change))) return;
    await this.posts.update(id, by, expected, change);
  }
}
