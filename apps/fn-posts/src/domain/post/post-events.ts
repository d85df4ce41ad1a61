import type { PostState } from './post-state.ts';

/** How a post came to its end. */
export const RESOLUTIONS = ['returned', 'found_elsewhere', 'withdrawn', 'donated', 'disposed', 'other'] as const;
export type Resolution = (typeof RESOLUTIONS)[number];

interface Happened {
  /** The post after it. */
  readonly post: PostState;
  /** Who did it; null = the system. */
  readonly by: string | null;
  readonly at: Date;
}

/** What happened to a post, in the domain's words; outbound/events turns it into what goes on the wire. */
export type PostEvent =
  | (Happened & { readonly type: 'reported' })
  | (Happened & { readonly type: 'resolved'; readonly resolution: Resolution });
