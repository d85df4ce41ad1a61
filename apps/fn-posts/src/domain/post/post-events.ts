import type { PostChange } from './post-change.ts';
import type { PostState } from './post-state.ts';

interface Happened {
  /** The post after it. */
  readonly post: PostState;
  /** Who did it; null = the system. */
  readonly by: string | null;
  readonly at: Date;
}

/** What happened to a post, in the domain's words; outbound/events turns it into what goes on the wire. */
export type PostEvent = Happened & (PostChange | { readonly type: 'snapshot' });
