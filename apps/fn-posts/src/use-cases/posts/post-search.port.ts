import type { Actor } from '../../domain/actor.ts';
import type { GeoPoint } from '../../domain/geo-point.ts';
import type { HistoryEntry } from '../../domain/post/history.ts';
import type { PostView } from '../../domain/post/post-view.ts';
import type { PostKind } from '../../domain/post/item-report.ts';
import type { PostStatus } from '../../domain/post/post-status.ts';

export interface PostCount {
  readonly kind: string;
  readonly status: string;
  readonly count: number;
}

export interface PostFilter {
  readonly kind?: PostKind | undefined;
  /** Any of these. */
  readonly categories?: readonly string[] | undefined;
  readonly createdAfter?: Date | undefined;
  readonly createdBefore?: Date | undefined;
}

export interface ListQuery extends PostFilter {
  readonly statuses: readonly PostStatus[];
  /** Finds only posts that the viewer sees exactly: who wrote a post is not for strangers to know. */
  readonly authorId?: string | undefined;
  readonly orgId?: string | undefined;
  readonly reference?: string | undefined;
  /** Each begins a word of the post. */
  readonly words?: readonly string[] | undefined;
  readonly sort: 'newest' | 'oldest';
  readonly limit: number;
  readonly after?: ListPosition | undefined;
}

export interface ListPosition {
  readonly createdAt: Date;
  readonly id: string;
}

export interface PostList {
  readonly posts: readonly PostView[];
  /** Where the next page begins. There may be one after a page that is not full: see `ListPosts`. */
  readonly next: ListPosition | null;
}

export interface NearbyQuery extends PostFilter {
  readonly center: GeoPoint;
  readonly radiusMeters: number;
  readonly limit: number;
  readonly after?: NearbyPosition | undefined;
}

export interface NearbyPosition {
  readonly meters: number;
  readonly id: string;
}

export interface NearbyPost {
  readonly post: PostView;
  /** To the place that the viewer sees; to strangers rounded to 100 m. */
  readonly distanceMeters: number;
}

/** Reads skip the aggregate, and show each viewer what is theirs to see. `null` is a stranger. */
export interface PostSearch {
  find(id: string, viewer: Actor | null): Promise<PostView | null>;
  list(query: ListQuery, viewer: Actor | null): Promise<PostList>;
  /** One more than the limit when there are more. */
  nearby(query: NearbyQuery, viewer: Actor | null): Promise<readonly NearbyPost[]>;
  /** Newest first, below a version; none of a post that the viewer may not see. Who of those asks, is asked before. */
  history(id: string, viewer: Actor, below: number, most: number): Promise<readonly HistoryEntry[]>;
  /** Over all organizations: for those who run the platform. */
  countByKindAndStatus(): Promise<readonly PostCount[]>;
}
