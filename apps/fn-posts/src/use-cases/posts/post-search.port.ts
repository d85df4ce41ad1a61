import type { Actor } from '../../domain/actor.ts';
import type { PostView } from '../../domain/post/post-view.ts';

export interface PostCount {
  readonly kind: string;
  readonly status: string;
  readonly count: number;
}

/** Reads skip the aggregate, and show each viewer what is theirs to see. `null` is a stranger. */
export interface PostSearch {
  find(id: string, viewer: Actor | null): Promise<PostView | null>;
  /** Over all organizations: for those who run the platform. */
  countByKindAndStatus(): Promise<readonly PostCount[]>;
}
