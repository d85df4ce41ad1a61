import type { PostState } from './post-state.ts';

/** What happened to a post, in the domain's words; outbound/events turns it into what goes on the wire. */
export type PostEvent = { readonly type: 'reported'; readonly post: PostState };
