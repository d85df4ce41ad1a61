export type StoredDataKey =
  | { readonly state: 'live'; readonly wrapped: Uint8Array }
  | { readonly state: 'destroyed'; readonly at: Date };

/** Keeps one wrapped data key per person, and remembers for ever whose key was destroyed. */
export interface DataKeyStore {
  find(person: string): Promise<StoredDataKey | undefined>;
  /** Stores `wrapped` unless something is stored already, and returns what is stored then. */
  insertIfAbsent(person: string, wrapped: Uint8Array, at: Date): Promise<StoredDataKey>;
  /** Removes the key and leaves the mark, also for a person who never had one. Repeating it changes nothing. */
  destroy(person: string, at: Date): Promise<void>;
}
