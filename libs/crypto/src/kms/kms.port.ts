/**
 * Wraps data keys with a key that never leaves its keeper. `context` is bound to the wrapped key without being stored
 * in it: the same context is needed to unwrap.
 */
export interface KmsPort {
  wrap(key: Uint8Array, context: string): Promise<Uint8Array>;
  /** Rejects with kind `unprocessable` what will never unwrap, with kind `dependency` what may once things are mended. */
  unwrap(wrapped: Uint8Array, context: string): Promise<Uint8Array>;
}
