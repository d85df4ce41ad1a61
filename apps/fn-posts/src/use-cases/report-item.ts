import type { Clock, IdGenerator } from '@foundnow/kernel';
import type { Tx } from '@foundnow/postgres';
import { makeReference } from '../domain/item-reference.ts';
import { Post } from '../domain/post.ts';
import type { ItemReport, PostState } from '../domain/post-state.ts';
import type { Caller } from './caller.ts';
import type { PostStore } from './post-store.port.ts';
import type { PublicPlace } from './public-place.port.ts';

/** Someone says what they lost or found. What is kept, told and answered is one transaction: the request's. */
export class ReportItem {
  constructor(
    private readonly posts: PostStore,
    private readonly publicPlace: PublicPlace,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
    private readonly randomBytes: (length: number) => Uint8Array,
  ) {}

  async run(tx: Tx, report: ItemReport, caller: Caller): Promise<PostState> {
    const id = this.ids.next();
    const { post, events } = Post.report(report, {
      id,
      authorId: caller.userId,
      orgId: caller.orgId,
      reference: makeReference(this.randomBytes(7)),
      publicPlace: this.publicPlace.of(id, report.location),
      now: this.clock.now(),
    });
    await this.posts.add(tx, post, events);
    return post.state;
  }
}
