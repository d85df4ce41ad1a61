import type { Actor } from '../../domain/actor.ts';
import type { ContactState, ContactStatus } from '../../domain/contact-exchange/contact-state.ts';
import type { PostState } from '../../domain/post/post-state.ts';

export interface ContactPosition {
  readonly createdAt: Date;
  readonly id: string;
}

export interface ContactQuery {
  readonly side: 'owner' | 'requester';
  readonly status?: ContactStatus | undefined;
  /** What has run out by then counts as expired. */
  readonly now: Date;
  readonly limit: number;
  readonly after?: ContactPosition | undefined;
}

/** Shows each of the two people what is theirs, and nobody else anything. */
export interface ContactSearch {
  find(id: string, viewer: Actor): Promise<ContactState | null>;
  /** Newest first; one more than the limit when there are more. */
  list(query: ContactQuery, viewer: Actor): Promise<readonly ContactState[]>;
  /** The post as it is, to ask its author: for the use case alone, once the viewer was shown it. */
  postShownTo(postId: string, viewer: Actor): Promise<PostState | null>;
}
