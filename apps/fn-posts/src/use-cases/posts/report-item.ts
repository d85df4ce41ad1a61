import type { IdempotentRequest } from '@foundnow/http';
import type { Clock } from '@foundnow/kernel';
import type { Actor } from '../../domain/actor.ts';
import { postNotFound } from '../../domain/post/post-errors.ts';
import type { ItemReport } from '../../domain/post/post-state.ts';
import { type PostView, viewOf } from '../../domain/post/post-view.ts';
import { Post } from '../../domain/post/post.ts';
import type { PostIdentities } from './post-identities.port.ts';
import type { PostSearch } from './post-search.port.ts';
import { type PostStore, ReferenceTaken } from './post-store.port.ts';

export interface Reported {
  readonly post: PostView;
  readonly replayed: boolean;
}

/** References are drawn by chance: two in a row that are taken are already a rarity. */
const DRAWS = 3;

/** Someone says what they lost or found. */
export class ReportItem {
  constructor(
    private readonly posts: PostStore,
    private readonly search: PostSearch,
    private readonly identities: PostIdentities,
    private readonly clock: Clock,
  ) {}

  async run(report: ItemReport, by: Actor, once?: IdempotentRequest): Promise<Reported> {
    for (let draw = 1; ; draw += 1) {
      try {
        return await this.attempt(report, by, once);
      } catch (error) {
        if (!(error instanceof ReferenceTaken) || draw === DRAWS) throw error;
      }
    }
  }

  private async attempt(report: ItemReport, by: Actor, once: IdempotentRequest | undefined): Promise<Reported> {
    const { post, events } = Post.report(report, this.identities.next(report, by), by, this.clock.now());
    const { id, replayed } = await this.posts.add(post, events, by, once);
    if (!replayed) return { post: viewOf(post.state, by), replayed };
    const earlier = await this.search.find(id, by);
    // It was made, and is gone since: a repetition does not bring it back.
    if (!earlier) throw postNotFound();
    return { post: earlier, replayed };
  }
}
