import { randomBytes } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { DomainError } from '@foundnow/kernel';
import type { Clock } from '@foundnow/kernel';
import { decryptGcm, encryptGcm } from '../aes-gcm.ts';
import { paddedJson, parsedJson } from '../json-text.ts';
import type { KmsPort } from '../kms/kms.port.ts';
import { DataKeyCache } from './data-key-cache.ts';
import type { DataKeyStore, StoredDataKey } from './data-key-store.port.ts';
import { associatedData } from './envelope-binding.ts';
import type { EnvelopeBinding } from './envelope-binding.ts';

const PREFIX = 'fe1.';

export interface PersonEnvelopesOptions {
  readonly kms: KmsPort;
  readonly keys: DataKeyStore;
  readonly clock: Clock;
  readonly cachedKeys?: number;
}

/**
 * Contact data at rest: encrypted under a key of its own per person. Destroying that key makes every copy of every
 * envelope unreadable, in backups too. The store is asked each time and only the unwrapping is cached, so a key that
 * another process destroyed is not used here one moment longer.
 */
export class PersonEnvelopes {
  readonly #cache: DataKeyCache;

  constructor(private readonly options: PersonEnvelopesOptions) {
    this.#cache = new DataKeyCache(options.cachedKeys ?? 1000);
  }

  /** Text that holds `value` (anything JSON holds); the person's key is made when this is the first. */
  async seal(person: string, binding: EnvelopeBinding, value: unknown): Promise<string> {
    const key = await this.#unwrapped(person, (await this.options.keys.find(person)) ?? (await this.#firstKey(person)));
    if (key === undefined) {
      throw new DomainError('person.erased', 'conflict', 'This person was erased: nothing may be kept about them.');
    }
    return PREFIX + encryptGcm(key, paddedJson(value), associatedData(person, binding)).toString('base64url');
  }

  async open(person: string, binding: EnvelopeBinding, envelope: string): Promise<unknown> {
    if (binding.expiresAt !== null && this.options.clock.now() >= binding.expiresAt) {
      throw new DomainError('envelope.expired', 'missing', 'What was shared here has expired: ask for it again.');
    }
    const key = await this.#unwrapped(person, await this.options.keys.find(person));
    if (key === undefined) {
      throw new DomainError('envelope.destroyed', 'missing', 'The data of this person was erased.');
    }
    const bytes = bytesOf(envelope);
    const plaintext = bytes && decryptGcm(key, bytes, associatedData(person, binding));
    const parsed = plaintext && parsedJson(plaintext);
    if (parsed === undefined) {
      throw new DomainError(
        'envelope.refused',
        'internal',
        'This envelope was changed, or was made for another person, purpose, party or expiry.',
      );
    }
    return parsed.value;
  }

  /** For ever: no envelope of this person opens again, and none can be made. */
  async destroy(person: string): Promise<void> {
    this.#cache.drop(person);
    await this.options.keys.destroy(person, this.options.clock.now());
    this.#cache.drop(person);
  }

  async isDestroyed(person: string): Promise<boolean> {
    return (await this.options.keys.find(person))?.state === 'destroyed';
  }

  async #firstKey(person: string): Promise<StoredDataKey> {
    const wrapped = await this.options.kms.wrap(randomBytes(32), contextOf(person));
    return this.options.keys.insertIfAbsent(person, wrapped, this.options.clock.now());
  }

  async #unwrapped(person: string, stored: StoredDataKey | undefined): Promise<KeyObject | undefined> {
    if (stored?.state !== 'live') {
      this.#cache.drop(person);
      return undefined;
    }
    const { wrapped } = stored;
    return this.#cache.get(person, wrapped, () => this.options.kms.unwrap(wrapped, contextOf(person)));
  }
}

function contextOf(person: string): string {
  return `foundnow/person-data-key/${person}`;
}

/** Strict base64url: text that decodes to the same bytes by luck is not the same envelope. */
function bytesOf(envelope: string): Buffer | undefined {
  if (!envelope.startsWith(PREFIX)) return undefined;
  const bytes = Buffer.from(envelope.slice(PREFIX.length), 'base64url');
  return PREFIX + bytes.toString('base64url') === envelope ? bytes : undefined;
}
