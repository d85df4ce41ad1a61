import type { Delivery, ReportedPost, ReportedPosts } from './reported-posts.port.ts';

/** A report is taken in once, however often it is delivered or replayed. */
export class TakeInPost {
  constructor(private readonly posts: ReportedPosts) {}

  async run(post: ReportedPost, delivery: Delivery): Promise<void> {
    await this.posts.keep(post, delivery);
  }
}
