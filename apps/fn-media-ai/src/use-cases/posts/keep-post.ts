import type { Clock } from '@foundnow/kernel';
import type { Delivery, KeptPost, KeptPosts } from './kept-posts.port.ts';

/** A post as it stands is taken in once, however often it is delivered or replayed, and its photos are queued. */
export class KeepPost {
  constructor(
    private readonly posts: KeptPosts,
    private readonly clock: Clock,
    /** There is work. */
    private readonly wake: () => void,
  ) {}

  async run(post: KeptPost, delivery: Delivery): Promise<void> {
    await this.posts.keep(post, delivery, this.clock.now());
    this.wake();
  }
}
