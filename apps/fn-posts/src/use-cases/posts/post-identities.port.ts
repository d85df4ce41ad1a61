import type { Actor } from '../../domain/actor.ts';
import type { ItemReport } from '../../domain/post/post-state.ts';
import type { PostIdentity } from '../../domain/post/post.ts';

/** Gives a new post its id, its reference and the place that strangers see. */
export interface PostIdentities {
  next(report: ItemReport, by: Actor): PostIdentity;
}
