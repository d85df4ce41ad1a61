import type { Clock } from '@foundnow/kernel';
import type { PostUpkeep } from './post-upkeep.port.ts';

const AT_ONCE = 200;

export interface RepublishProgress {
  readonly posts: number;
  /** Go on after this one. */
  readonly last: string | null;
}

/** Tells of every live post as it stands, for readers that start later than the log. */
export class RepublishPosts {
  constructor(
    private readonly posts: PostUpkeep,
    private readonly clock: Clock,
  ) {}

  /** Yields after each batch; whoever stops in between goes on later `after` the last id. */
  async *run(after: string | null, dryRun = false): AsyncGenerator<RepublishProgress> {
    let last = after;
    for (let posts = 0; ;) {
      const now = this.clock.now();
      const ids = await this.posts.changeAfter(last, AT_ONCE, (post) => (dryRun ? [] : post.snapshot(now)));
      posts += ids.length;
      last = ids.at(-1) ?? last;
      yield { posts, last };
      if (ids.length < AT_ONCE) return;
    }
  }
}
