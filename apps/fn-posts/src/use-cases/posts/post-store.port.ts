import type { IdempotentRequest } from '@foundnow/http';
import type { Actor } from '../../domain/actor.ts';
import type { PostEvent } from '../../domain/post/post-events.ts';
import type { PostState } from '../../domain/post/post-state.ts';
import type { Post } from '../../domain/post/post.ts';
import type { ExpectedVersion } from './expected-version.ts';

export interface Added {
  readonly id: string;
  /** The same request was answered before with this post; nothing was added. */
  readonly replayed: boolean;
}

/** `change` is synchronous: nothing remote can hide in the transaction. What it returns is told when it has committed. */
export type Change = (post: Post) => readonly PostEvent[];

/** Each method is one transaction: state, events and what makes a repetition harmless are kept together or not at all. */
export interface PostStore {
  /** Throws `ReferenceTaken` when another item has this reference. */
  add(post: Post, events: readonly PostEvent[], by: Actor, once: IdempotentRequest | undefined): Promise<Added>;
  /**
   * Locks, loads, asks whether `by` may and whether this is the version that was meant, then changes and saves. The
   * version that was is kept as its history.
   */
  update(id: string, by: Actor, expected: ExpectedVersion, change: Change): Promise<Post>;
  /** Throws what `update` would throw before it changes anything: for whoever has something costly to do first. */
  look(id: string, by: Actor, expected: ExpectedVersion): Promise<PostState>;
}

export class ReferenceTaken extends Error {
  override readonly name = 'ReferenceTaken';
}
