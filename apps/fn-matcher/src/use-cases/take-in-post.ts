import type { EventMap } from '@foundnow/contracts';
import type { EventContext } from '@foundnow/messaging';
import type { Inbox } from '@foundnow/outbox';
import type { ReportedPosts } from './reported-posts.port.ts';

/** A report is taken in once, however often it is delivered or replayed. */
export class TakeInPost {
  constructor(
    private readonly inbox: Inbox,
    private readonly posts: ReportedPosts,
  ) {}

  async run(post: EventMap['post.created'], context: EventContext): Promise<void> {
    const { postId, aggregateVersion: version, kind } = post;
    await this.inbox.run(context, { worker: 'consumer' }, (tx) => this.posts.keep(tx, { postId, version, kind }));
  }
}
