/** What this service keeps of a post. */
export interface ReportedPost {
  readonly postId: string;
  readonly version: number;
  readonly language: string;
}

/** The delivery that something is done for: the same one is taken once. */
export interface Delivery {
  readonly group: string;
  readonly generation: number;
  readonly eventId: string;
}

/** The posts that this service has taken in. */
export interface ReportedPosts {
  /** Does nothing when this delivery was taken before, or when the version is not above the one held. */
  keep(post: ReportedPost, delivery: Delivery): Promise<void>;
  countByLanguage(): Promise<ReadonlyMap<string, number>>;
}
