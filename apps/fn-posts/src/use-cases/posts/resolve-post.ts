import type { Clock } from '@foundnow/kernel';
import type { Actor } from '../../domain/actor.ts';
import type { Resolution } from '../../domain/post/post-events.ts';
import { type PostView, viewOf } from '../../domain/post/post-view.ts';
import type { PostStore } from './post-store.port.ts';

/** Throws when the change was meant for another version than the current one. */
export interface ExpectedVersion {
  assertCurrent(version: number): void;
}

/** The author or the desk says that a post has come to its end. */
export class ResolvePost {
  constructor(
    private readonly posts: PostStore,
    private readonly clock: Clock,
  ) {}

  async run(id: string, resolution: Resolution, by: Actor, expected: ExpectedVersion): Promise<PostView> {
    const post = await this.posts.update(id, by, (current) => {
      expected.assertCurrent(current.state.version);
      return current.resolve(resolution, by, this.clock.now());
    });
    return viewOf(post.state, by);
  }
}
