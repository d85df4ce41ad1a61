import type { Clock } from '@foundnow/kernel';
import type { Delivery, KeptPosts } from './kept-posts.port.ts';

/** A post was deleted: what was read of it goes, and the files with it. */
export class ForgetPost {
  constructor(
    private readonly posts: KeptPosts,
    private readonly clock: Clock,
    private readonly wake: () => void,
  ) {}

  async run(post: { readonly postId: string; readonly version: number }, delivery: Delivery): Promise<void> {
    await this.posts.remove(post, delivery, this.clock.now());
    this.wake();
  }
}
