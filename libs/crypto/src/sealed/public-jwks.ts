import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { systemClock } from '@foundnow/kernel';
import type { Clock } from '@foundnow/kernel';
import { readPublicKeys } from './read-public-keys.ts';
import { assertRecipientName } from './recipient-name.ts';
import { fetchJwks } from './fetch-jwks.ts';
import { publicDirOf } from './publish-jwks.ts';
import type { PublicSealingKey } from './sealing-key.ts';

const RETRY_AFTER_MS = 30_000;

export interface RecipientKeys {
  /** The key to seal with. Rejects with a dependency error while the recipient has published none. */
  newestOf(recipient: string): Promise<PublicSealingKey>;
}

export interface PublicJwksOptions {
  readonly clock?: Clock;
  /** A replaced key still opens for months, so a cached one is never wrong, only older. */
  readonly cacheSeconds?: number;
}

/**
 * The public keys of every recipient, from a key directory or over HTTP. An address may hold `{recipient}`
 * (`http://fn-{recipient}/sealing-keys`); without it `/<recipient>.jwks.json` is appended.
 */
export function publicJwks(source: string, options: PublicJwksOptions = {}): RecipientKeys {
  const load = /^https?:\/\//.test(source)
    ? (recipient: string) => fetchJwks(addressOf(source, recipient))
    : (recipient: string) => readFile(join(publicDirOf(source), `${recipient}.jwks.json`), 'utf8');
  return new CachedRecipientKeys(load, options.clock ?? systemClock, (options.cacheSeconds ?? 300) * 1000);
}

class CachedRecipientKeys implements RecipientKeys {
  readonly #cache = new Map<string, { key: PublicSealingKey; freshUntil: number }>();

  constructor(
    private readonly load: (recipient: string) => Promise<string>,
    private readonly clock: Clock,
    private readonly cacheMs: number,
  ) {}

  async newestOf(recipient: string): Promise<PublicSealingKey> {
    assertRecipientName(recipient);
    const now = this.clock.now().getTime();
    const cached = this.#cache.get(recipient);
    if (cached !== undefined && now < cached.freshUntil) return cached.key;
    try {
      const key = readPublicKeys(recipient, await this.load(recipient).catch(() => undefined));
      this.#cache.set(recipient, { key, freshUntil: now + this.cacheMs });
      return key;
    } catch (error) {
      if (cached === undefined) throw error;
      cached.freshUntil = now + RETRY_AFTER_MS;
      return cached.key;
    }
  }
}

function addressOf(source: string, recipient: string): string {
  return source.includes('{recipient}')
    ? source.replaceAll('{recipient}', recipient)
    : `${source.replace(/\/+$/, '')}/${recipient}.jwks.json`;
}
