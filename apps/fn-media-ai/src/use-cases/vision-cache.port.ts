/** Everything that an answer depends on: a re-post with other words is another question. */
export interface VisionCacheKey {
  readonly photoSha256: string;
  /** SHA-256 in hex of the picture that was sent and of the words beside it. */
  readonly questionSha256: string;
  readonly provider: string;
  readonly model: string;
  /** Empty for a provider that takes no prompt. */
  readonly promptVersion: string;
}

/** Answers that were paid for. What is found is checked again by whoever asked: an older build may have kept it. */
export interface VisionCache {
  /** Undefined when there is none, or when its time is over. */
  find(key: VisionCacheKey): Promise<unknown>;
  /** Takes the place of what was kept under this key. Of a post that has no such photo any more nothing is kept. */
  keep(key: VisionCacheKey, postId: string, finding: object, until: Date): Promise<void>;
  /** All answers about these photos, when they are erased. */
  forget(photoSha256s: readonly string[]): Promise<void>;
  /** Answers whose time is over; how many they were. */
  sweep(now: Date): Promise<number>;
}
