import type { Clock } from '@foundnow/kernel';
import type { Actor } from '../../domain/actor.ts';
import { closenessOf, type PostView, viewOf } from '../../domain/post/post-view.ts';
import type { ExpectedVersion } from './expected-version.ts';
import type { PostStore } from './post-store.port.ts';

/** The author or the desk lets a post expire before its time. */
export class ExpirePost {
  constructor(
    private readonly posts: PostStore,
    private readonly clock: Clock,
  ) {}

  async run(id: string, by: Actor, expected: ExpectedVersion): Promise<PostView> {
    const { state } = await this.posts.update(id, by, expected, (post) => post.expire(by, this.clock.now()));
    return viewOf(state, closenessOf(state, by));
  }
}
