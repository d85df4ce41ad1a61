import { DomainError, type Clock } from '@foundnow/kernel';
import { readKeySet, type PublicKey } from './public-keys.ts';

export interface KeyRingOptions {
  readonly load: () => Promise<unknown>;
  readonly clock: Clock;
  /** After this the set is read again, so that a key taken out of it stops counting. */
  readonly maxAgeMs?: number;
  /** Unknown key ids and failures make us read again, but never more often than this. */
  readonly cooldownMs?: number;
}

/** The public keys that count now. Keys rotate without a restart; a flood of made-up key ids causes one read. */
export class KeyRing {
  private keys: ReadonlyMap<string, PublicKey> | undefined;
  private loading: Promise<void> | undefined;
  private loadedAt = -Infinity;
  private triedAt = -Infinity;
  private failed = false;

  constructor(private readonly options: KeyRingOptions) {}

  /** Undefined: there is no such key. Throws when that cannot be said, because the set cannot be read. */
  async find(kid: string): Promise<PublicKey | undefined> {
    const { maxAgeMs = 600_000 } = this.options;
    if (this.keys === undefined) await this.reload();
    else if (this.now() - this.loadedAt > maxAgeMs) void this.reload();
    let key = this.keys?.get(kid);
    if (key === undefined) {
      await this.reload();
      key = this.keys?.get(kid);
    }
    if (key === undefined && this.failed) throw unavailable();
    return key;
  }

  private reload(): Promise<void> {
    if (this.loading !== undefined) return this.loading;
    const { cooldownMs = 30_000 } = this.options;
    if (this.now() - this.triedAt < (this.keys === undefined ? cooldownMs / 30 : cooldownMs)) return Promise.resolve();
    this.triedAt = this.now();
    this.loading = this.load().finally(() => (this.loading = undefined));
    return this.loading;
  }

  private async load(): Promise<void> {
    try {
      this.keys = await readKeySet(await this.options.load());
      this.loadedAt = this.now();
      this.failed = false;
    } catch {
      // The keys we hold go on counting: an outage of the issuer must not sign everybody out.
      this.failed = true;
    }
  }

  private now(): number {
    return this.options.clock.now().getTime();
  }
}

function unavailable(): DomainError {
  const detail = 'Access tokens cannot be checked at the moment. Try again shortly.';
  return new DomainError('auth.keys_unavailable', 'dependency', detail, { retryAfterSeconds: 5 });
}
