import { createSecretKey, randomBytes } from 'node:crypto';
import { DomainError } from '@foundnow/kernel';
import { decryptGcm, encryptGcm } from '../src/aes-gcm.ts';
import type { KmsPort } from '../src/index.ts';

/** Counts its calls, and can be sent away. */
export class MemoryKms implements KmsPort {
  readonly #key = createSecretKey(randomBytes(32));
  wraps = 0;
  unwraps = 0;
  away = false;

  async wrap(key: Uint8Array, context: string): Promise<Uint8Array> {
    this.wraps += 1;
    this.#reach();
    return encryptGcm(this.#key, key, Buffer.from(context));
  }

  async unwrap(wrapped: Uint8Array, context: string): Promise<Uint8Array> {
    this.unwraps += 1;
    this.#reach();
    const key = decryptGcm(this.#key, wrapped, Buffer.from(context));
    if (key === undefined) throw new DomainError('kms.refused', 'internal', 'This wrapped key was changed.');
    return key;
  }

  #reach(): void {
    if (this.away) throw new DomainError('kms.unavailable', 'dependency', 'The KMS is away.');
  }
}
