/** What time brings. */
export interface PostUpkeep {
  /** Up to `most` posts that were scored by another model or read by an older build are read and queued again. */
  renew(scoredWith: string, most: number, now: Date): Promise<number>;
}

export interface MatchUpkeep {
  /** Up to `most` matches that ended before, and of which a post is gone for ever. */
  removeOld(endedBefore: Date, most: number): Promise<number>;
}
