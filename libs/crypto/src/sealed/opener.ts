import { compactDecrypt, decodeProtectedHeader, importJWK } from 'jose';
import { DomainError } from '@foundnow/kernel';
import { parsedJson } from '../json-text.ts';
import { placeClaim } from './sealed-place.ts';
import type { SealedPlace } from './sealed-place.ts';
import { CONTENT_ALGORITHM, KEY_ALGORITHM } from './sealing-key.ts';
import type { SealingKey } from './sealing-key.ts';

export interface OpeningKeys {
  readonly recipient: string;
  find(kid: string): Promise<SealingKey | undefined>;
}

/** Opens what was sealed for one service. Every refusal is permanent: no retry makes the value readable. */
export class Opener {
  readonly #imported = new Map<string, ReturnType<typeof importJWK>>();

  constructor(private readonly keys: OpeningKeys) {}

  async open(sealed: string, place: SealedPlace): Promise<unknown> {
    const header = headerOf(sealed);
    if (header.aud !== this.keys.recipient) {
      throw refusal('sealed.wrong_recipient', 'This value was sealed for another service: publish it to that one.');
    }
    const key = await this.#keyFor(header.kid);
    const plaintext = await decrypted(sealed, key);
    if (header.ctx !== placeClaim(place)) {
      throw refusal('sealed.wrong_place', 'This value was sealed for another topic, field or subject: it was moved.');
    }
    const parsed = parsedJson(plaintext);
    if (parsed === undefined) throw refusal('sealed.malformed', 'What was sealed is no JSON: ask its producer.');
    return parsed.value;
  }

  async #keyFor(kid: unknown): Promise<Awaited<ReturnType<typeof importJWK>>> {
    const key = typeof kid === 'string' ? await this.keys.find(kid) : undefined;
    if (key === undefined) {
      throw refusal(
        'sealed.unknown_key',
        'The key that opens this value is not in the key ring: it was retired, or the ring is not the one published.',
      );
    }
    const known = this.#imported.get(key.kid) ?? importJWK({ ...key }, KEY_ALGORITHM);
    this.#imported.set(key.kid, known);
    return known;
  }
}

async function decrypted(sealed: string, key: Awaited<ReturnType<typeof importJWK>>): Promise<Uint8Array> {
  try {
    const { plaintext } = await compactDecrypt(sealed, key, {
      keyManagementAlgorithms: [KEY_ALGORITHM],
      contentEncryptionAlgorithms: [CONTENT_ALGORITHM],
    });
    return plaintext;
  } catch {
    throw refusal('sealed.tampered', 'This value was changed after it was sealed, or its key was replaced.');
  }
}

function headerOf(sealed: string): Record<string, unknown> {
  try {
    const header = decodeProtectedHeader(sealed);
    if (sealed.split('.').length === 5 && header.zip === undefined) return header;
  } catch {
    // Said below, without the library's words: they can quote the input.
  }
  throw refusal('sealed.malformed', 'This is no sealed value (a compact JWE): its producer must seal the field.');
}

function refusal(code: string, detail: string): DomainError {
  return new DomainError(code, 'internal', detail);
}
