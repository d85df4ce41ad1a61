import type { Clock } from '@foundnow/kernel';
import type { Actor } from '../../domain/actor.ts';
import type { Resolution } from '../../domain/post/post-change.ts';
import { closenessOf, type PostView, viewOf } from '../../domain/post/post-view.ts';
import type { ExpectedVersion } from './expected-version.ts';
import type { PostStore } from './post-store.port.ts';

/** The author or the desk says that a post has come to its end. */
export class ResolvePost {
  constructor(
    private readonly posts: PostStore,
    private readonly clock: Clock,
  ) {}

  async run(id: string, resolution: Resolution, by: Actor, expected: ExpectedVersion): Promise<PostView> {
    const { state } = await this.posts.update(id, by, expected, (post) =>
      post.resolve(resolution, null, by, this.clock.now()),
    );
    return viewOf(state, closenessOf(state, by));
  }
}
