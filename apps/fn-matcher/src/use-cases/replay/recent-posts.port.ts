export interface RecentPosts {
  /** Ids of active posts that were reported since then, the oldest first, those after `after` only. */
  since(from: Date, after: string | null, most: number): Promise<readonly string[]>;
}
