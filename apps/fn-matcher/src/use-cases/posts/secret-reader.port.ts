import type { ItemIdentifier } from '../../domain/item/item.ts';

/** A serial number as fn-posts hashed it. */
export interface HashedIdentifier {
  readonly type: string;
  readonly keyedHash: string;
  readonly hashKeyId: string;
}

/** Opens what was sealed for the matcher, and makes of it what can be compared and not read. */
export interface SecretReader {
  /** What cannot be opened any more is compared by its hash alone. */
  identifiersOf(
    postId: string,
    hashed: readonly HashedIdentifier[],
    sealed: string | null,
  ): Promise<readonly ItemIdentifier[]>;
  /** Serial numbers that were read from photos. */
  readFrom(postId: string, sealedHints: string | null): Promise<readonly ItemIdentifier[]>;
}
