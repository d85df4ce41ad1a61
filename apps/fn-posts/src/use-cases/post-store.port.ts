import type { Tx } from '@foundnow/postgres';
import type { PostEvent } from '../domain/post-events.ts';
import type { Post } from '../domain/post.ts';

export interface PostStore {
  /** Saves a new post and what happened to it in the transaction of the request. */
  add(tx: Tx, post: Post, events: readonly PostEvent[]): Promise<void>;
}
