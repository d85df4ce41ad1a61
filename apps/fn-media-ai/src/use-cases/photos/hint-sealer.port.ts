import type { PersonalText } from '../../domain/photo/written-on-item.ts';

/** Closes what leads to a person, so that only fn-matcher reads it. */
export interface HintSealer {
  /** Null when there is none. */
  sealPhoto(postId: string, hints: readonly PersonalText[]): Promise<string | null>;
  /** Those of all photos as the one field that is published. */
  sealPost(
    postId: string,
    photos: ReadonlyArray<{ readonly photoId: string; readonly sealedHints: string | null }>,
  ): Promise<string | null>;
}
