/** One of the two posts, as far as its match tells of it. */
export interface MatchSide {
  readonly postId: string;
  /** Null once the author was erased. */
  readonly authorId: string | null;
  readonly orgId: string | null;
  readonly intake: string;
  readonly visibility: 'public' | 'organization' | 'private';
  readonly title: string;
  readonly category: string;
  readonly reference: string | null;
  readonly language: string;
  readonly timeZone: string;
  /** A redacted photo that everybody may see. */
  readonly publicPhotoKey: string | null;
}

export interface MatchSides {
  readonly lost: MatchSide;
  readonly found: MatchSide;
}
