import type { ItemIdentifier } from './identifiers.ts';

/** A question whose answer only the owner could know. */
export interface ProofPair {
  readonly question: string;
  readonly answer: string;
}

/** What an author tells us that nobody else may read. It lives as long as the request that brings it. */
export interface ItemSecrets {
  readonly identifiers: readonly ItemIdentifier[];
  readonly proof: readonly ProofPair[];
}

/** An identifier that can be compared and not read. */
export interface HashedIdentifier {
  readonly type: string;
  readonly keyedHash: string;
  readonly hashKeyId: string;
}

/** What is kept of the secrets: hashes, what fn-matcher alone can open, and the questions, for their author. */
export interface SealedSecrets {
  readonly identifiers: readonly HashedIdentifier[];
  readonly sealedIdentifiers: string | null;
  readonly proofQuestions: readonly string[];
  readonly sealedProof: string | null;
}

export const NO_SECRETS: SealedSecrets = {
  identifiers: [],
  sealedIdentifiers: null,
  proofQuestions: [],
  sealedProof: null,
};
