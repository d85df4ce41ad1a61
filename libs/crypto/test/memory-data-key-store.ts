import type { DataKeyStore, StoredDataKey } from '../src/index.ts';

export class MemoryDataKeyStore implements DataKeyStore {
  readonly #keys = new Map<string, StoredDataKey>();

  async find(person: string): Promise<StoredDataKey | undefined> {
    return this.#keys.get(person);
  }

  async insertIfAbsent(person: string, wrapped: Uint8Array): Promise<StoredDataKey> {
    const key = this.#keys.get(person) ?? { state: 'live', wrapped: Buffer.from(wrapped) };
    this.#keys.set(person, key);
    return key;
  }

  async destroy(person: string, at: Date): Promise<void> {
    if (this.#keys.get(person)?.state !== 'destroyed') this.#keys.set(person, { state: 'destroyed', at });
  }
}
