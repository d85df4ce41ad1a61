import { createHmac } from 'node:crypto';
import type { ItemIdentifier } from '../../domain/post/identifiers.ts';
import type { HashedIdentifier } from '../../domain/post/secrets.ts';

/** Two posts with one number have one hash, and nobody without the key can try all numbers. */
export class IdentifierHashes {
  private readonly keyId: string;

  constructor(private readonly key: Uint8Array) {
    // Comes from the key itself: a key that is replaced cannot pass for the old one.
    this.keyId = `identifiers-${this.hash('key').toString('hex').slice(0, 8)}`;
  }

  of({ type, value }: ItemIdentifier): HashedIdentifier {
    return { type, keyedHash: this.hash(`${type}:${value}`).toString('base64url'), hashKeyId: this.keyId };
  }

  private hash(text: string): Buffer {
    return createHmac('sha256', this.key).update(text).digest();
  }
}
