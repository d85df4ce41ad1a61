import { createSecretKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';

interface CachedKey {
  /** The key that this one was unwrapped from: another wrapped key is another key. */
  readonly wrapped: Buffer;
  readonly key: Promise<KeyObject>;
}

/** Unwrapped data keys, the least recently used one dropped first; two askers at once make one unwrap. */
export class DataKeyCache {
  readonly #entries = new Map<string, CachedKey>();

  constructor(private readonly capacity: number) {}

  get size(): number {
    return this.#entries.size;
  }

  get(person: string, wrapped: Uint8Array, unwrap: () => Promise<Uint8Array>): Promise<KeyObject> {
    const cached = this.#entries.get(person);
    if (cached?.wrapped.equals(wrapped)) return this.#keep(person, cached).key;
    const entry = { wrapped: Buffer.from(wrapped), key: unwrap().then(asKeyObject) };
    entry.key.catch(() => {
      if (this.#entries.get(person) === entry) this.#entries.delete(person);
    });
    return this.#keep(person, entry).key;
  }

  drop(person: string): void {
    this.#entries.delete(person);
  }

  #keep(person: string, entry: CachedKey): CachedKey {
    this.#entries.delete(person);
    this.#entries.set(person, entry);
    for (const oldest of this.#entries.keys()) {
      if (this.#entries.size <= this.capacity) break;
      this.#entries.delete(oldest);
    }
    return entry;
  }
}

/** A KeyObject lives outside the JavaScript heap, so the plain bytes can be wiped here and now. */
function asKeyObject(bytes: Uint8Array): KeyObject {
  const key = createSecretKey(bytes);
  bytes.fill(0);
  return key;
}
