import type { PostState } from '../domain/post-state.ts';
import type { Caller } from './caller.ts';

/** Reads skip the aggregate. A caller of null is a stranger. */
export interface PostSearch {
  find(id: string, caller: Caller | null): Promise<PostState | null>;
}
