import type { PostEvent } from '../domain/post-events.ts';
import type { Post, PostState } from '../domain/post.ts';

/** Who asks: decides which rows the database shows and under whose name things are kept. */
export interface Caller {
  readonly userId: string;
  readonly orgId: string | null;
}

export interface PostStore {
  /** Saves a new post and what happened to it in one transaction. */
  add(post: Post, events: readonly PostEvent[], caller: Caller): Promise<void>;
}

/** Reads skip the aggregate. A caller of null is a stranger. */
export interface PostSearch {
  find(id: string, caller: Caller | null): Promise<PostState | null>;
}

export const POST_STORE = Symbol('PostStore');
export const POST_SEARCH = Symbol('PostSearch');
