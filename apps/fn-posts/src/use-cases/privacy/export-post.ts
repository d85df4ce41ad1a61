import type { GeoPoint } from '../../domain/geo-point.ts';
import type { Intake, PostState } from '../../domain/post/post-state.ts';
import { type PostView, viewOf } from '../../domain/post/post-view.ts';
import type { Suggestion } from '../../domain/post/suggestion.ts';

/** A post, or a version of one, with all that is held of it but what nobody can read. */
export interface HeldPost {
  readonly view: PostView;
  readonly orgId: string | null;
  readonly intake: Intake;
  /** Where strangers are told that it was. */
  readonly publicPlace: GeoPoint;
  readonly suggestion: Suggestion | null;
  /** There are such, closed so that fn-matcher alone opens them. */
  readonly hasSealedIdentifiers: boolean;
  readonly hasSealedProof: boolean;
  readonly change: {
    readonly type: string;
    readonly by: 'author' | 'staff' | 'system';
    readonly reason: string | null;
    readonly fields: readonly string[];
  };
}

/** For its author, so of whoever else changed it no more than that it was somebody else. */
export function heldPostOf(post: PostState): HeldPost {
  const { type, by, reason, fields } = post.lastChange;
  const other = by === null ? 'system' : 'staff';
  return {
    view: viewOf(post, 'author'),
    orgId: post.orgId,
    intake: post.intake,
    publicPlace: post.publicPlace,
    suggestion: post.suggestion,
    hasSealedIdentifiers: post.sealedIdentifiers !== null,
    hasSealedProof: post.sealedProof !== null,
    change: { type, by: by === post.authorId ? 'author' : other, reason, fields },
  };
}
