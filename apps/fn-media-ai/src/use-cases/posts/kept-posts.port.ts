/** What this service keeps of a post. */
export interface KeptPost {
  readonly postId: string;
  readonly orgId: string | null;
  readonly authorId: string | null;
  readonly visibility: 'public' | 'organization' | 'private';
  readonly kind: 'lost' | 'found';
  readonly category: string;
  readonly language: string;
  readonly timeZone: string;
  readonly title: string;
  readonly description: string | null;
  readonly version: number;
  readonly photosVersion: number;
  /** In their order. */
  readonly photos: readonly PublishedPhoto[];
}

/** A photo as fn-posts published it; its key is the only way to it. */
export interface PublishedPhoto {
  readonly photoId: string;
  readonly objectKey: string;
  readonly sha256: string;
}

/** The delivery that something is done for: the same one is taken once. */
export interface Delivery {
  readonly group: string;
  readonly generation: number;
  readonly eventId: string;
}

/** The posts that this service has taken in. Each change makes work, which others do. */
export interface KeptPosts {
  /**
   * Does nothing when this delivery was taken before, when the version is not above the one held, or when the post is
   * gone. Photos are compared only when `photosVersion` is above the one held: new ones wait to be read, of those that
   * are no longer there nothing stays.
   */
  keep(post: KeptPost, delivery: Delivery, now: Date): Promise<void>;
  /** Nothing of it stays but that it is gone. */
  remove(post: Pick<KeptPost, 'postId' | 'version'>, delivery: Delivery, now: Date): Promise<void>;
  countByCategory(): Promise<ReadonlyMap<string, number>>;
}
