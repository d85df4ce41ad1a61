import type { Post } from './post.ts';

/** A pair that blocking let through, with what one scorer makes of it. */
export interface Candidate {
  readonly lost: Post;
  readonly found: Post;
  readonly isTrue: boolean;
}

export interface Scored {
  readonly lostId: string;
  readonly score: number;
  readonly isTrue: boolean;
}
