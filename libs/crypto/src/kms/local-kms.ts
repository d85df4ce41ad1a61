import { createHash, createSecretKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { DomainError } from '@foundnow/kernel';
import { decryptGcm, encryptGcm } from '../aes-gcm.ts';
import { loadOrCreateSecret } from '../private-file.ts';
import type { KmsPort } from './kms.port.ts';

const VERSION = 1;
const KEY_ID = 8;

/** A master key in one file: for one machine. Losing the file is losing every person's data, so it must be backed up. */
export async function openLocalKms(keyFile: string): Promise<KmsPort> {
  return new LocalKms(await loadOrCreateSecret(keyFile));
}

/** The same over a master key that the caller keeps: 32 bytes that are to be found again. */
export function localKmsOf(secret: Uint8Array): KmsPort {
  if (secret.length !== 32) throw new TypeError('A master key has 32 bytes.');
  return new LocalKms(secret);
}

class LocalKms implements KmsPort {
  readonly #key: KeyObject;
  readonly #header: Buffer;

  constructor(secret: Uint8Array) {
    this.#key = createSecretKey(secret);
    const keyId = createHash('sha256').update('foundnow local kms key id').update(secret).digest().subarray(0, KEY_ID);
    this.#header = Buffer.concat([Buffer.from([VERSION]), keyId]);
  }

  async wrap(key: Uint8Array, context: string): Promise<Uint8Array> {
    return Buffer.concat([this.#header, encryptGcm(this.#key, key, this.#associated(context))]);
  }

  async unwrap(wrapped: Uint8Array, context: string): Promise<Uint8Array> {
    const header = wrapped.subarray(0, this.#header.length);
    if (header.length < this.#header.length || header[0] !== VERSION) throw wrappedKeyRefused();
    if (!this.#header.equals(header)) {
      throw new DomainError(
        'kms.wrong_key',
        'dependency',
        'This data key was wrapped by another master key: put the key file that belongs to this data back in place.',
      );
    }
    const key = decryptGcm(this.#key, wrapped.subarray(this.#header.length), this.#associated(context));
    if (key === undefined) throw wrappedKeyRefused();
    return key;
  }

  #associated(context: string): Buffer {
    return Buffer.concat([this.#header, Buffer.from(context, 'utf8')]);
  }
}

export function wrappedKeyRefused(): DomainError {
  return new DomainError(
    'kms.refused',
    'internal',
    'This wrapped key was changed, belongs to another person, or was wrapped by another master key: compare it with a backup.',
  );
}
