import type { EventMap } from '@foundnow/contracts';
import type { EventContext } from '@foundnow/messaging';
import type { Inbox } from '@foundnow/outbox';
import type { PostCounts } from './post-counts.port.ts';

/** A report is taken in: counted once, however often it is delivered. */
export class CountPost {
  constructor(
    private readonly inbox: Inbox,
    private readonly counts: PostCounts,
  ) {}

  async run(post: EventMap['post.created'], context: EventContext): Promise<void> {
    await this.inbox.run(context, { worker: 'consumer' }, (tx) => this.counts.add(tx, post.category));
  }
}
