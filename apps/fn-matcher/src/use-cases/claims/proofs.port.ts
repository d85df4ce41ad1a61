import type { Proof } from '../../domain/claim/answers/proof.ts';

/** Opens what was sealed for us, for as long as a claim is judged. */
export interface Proofs {
  /** The questions of a post with what is expected; none where nothing was given, or nothing opens any more. */
  of(postId: string): Promise<readonly Proof[]>;
}
