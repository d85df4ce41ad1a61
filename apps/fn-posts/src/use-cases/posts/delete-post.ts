import type { Clock } from '@foundnow/kernel';
import type { Actor } from '../../domain/actor.ts';
import type { ExpectedVersion } from './expected-version.ts';
import type { PostStore } from './post-store.port.ts';

/** The author or the desk takes a post away for good: it is gone from every read at once. */
export class DeletePost {
  constructor(
    private readonly posts: PostStore,
    private readonly clock: Clock,
  ) {}

  async run(id: string, by: Actor, expected: ExpectedVersion): Promise<void> {
    await this.posts.update(id, by, expected, (post) => post.delete(by, this.clock.now()));
  }
}
