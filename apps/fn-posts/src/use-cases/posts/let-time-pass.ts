import type { Clock } from '@foundnow/kernel';
import type { PostUpkeep } from './post-upkeep.port.ts';

const AT_ONCE = 100;

/** Tells of posts that will expire soon, and lets expire what is due. Any number of replicas may do it. */
export class LetTimePass {
  constructor(
    private readonly posts: PostUpkeep,
    private readonly clock: Clock,
  ) {}

  async run(signal?: AbortSignal): Promise<void> {
    for (let changed = AT_ONCE; changed === AT_ONCE && signal?.aborted !== true;) {
      const now = this.clock.now();
      changed = await this.posts.changeDue(now, AT_ONCE, (post) => post.pass(now));
    }
  }
}
