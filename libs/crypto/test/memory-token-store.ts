import type { Consumption, StoredToken, TokenStore } from '../src/index.ts';

export class MemoryTokenStore implements TokenStore {
  readonly #tokens = new Map<string, StoredToken & { used: boolean }>();

  async save(token: StoredToken): Promise<void> {
    this.#tokens.set(hex(token.hash), { ...token, used: false });
  }

  async consume(hash: Uint8Array, purpose: string, now: Date): Promise<Consumption> {
    const token = this.#tokens.get(hex(hash));
    if (token === undefined || token.purpose !== purpose) return { outcome: 'unknown' };
    if (token.used) return { outcome: 'used' };
    if (token.expiresAt <= now) return { outcome: 'expired' };
    token.used = true;
    return { outcome: 'consumed', subject: token.subject, data: token.data };
  }

  async purge(expiredBefore: Date): Promise<number> {
    const gone = [...this.#tokens].filter(([, token]) => token.expiresAt < expiredBefore);
    for (const [hash] of gone) this.#tokens.delete(hash);
    return gone.length;
  }
}

function hex(hash: Uint8Array): string {
  return Buffer.from(hash).toString('hex');
}
