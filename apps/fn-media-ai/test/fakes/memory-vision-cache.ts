import type { Clock } from '@foundnow/kernel';
import type { VisionCache, VisionCacheKey } from '../../src/use-cases/vision-cache.port.ts';

interface Kept {
  readonly photoSha256: string;
  readonly json: string;
  readonly until: Date;
}

export class MemoryVisionCache implements VisionCache {
  readonly #kept = new Map<string, Kept>();

  constructor(private readonly clock: Clock) {}

  async find(key: VisionCacheKey): Promise<unknown> {
    const kept = this.#kept.get(textOf(key));
    return kept === undefined || kept.until <= this.clock.now() ? undefined : (JSON.parse(kept.json) as unknown);
  }

  async keep(key: VisionCacheKey, _postId: string, finding: object, until: Date): Promise<void> {
    this.#kept.set(textOf(key), { photoSha256: key.photoSha256, json: JSON.stringify(finding), until });
  }

  async forget(photoSha256s: readonly string[]): Promise<void> {
    const gone = [...this.#kept].filter(([, kept]) => photoSha256s.includes(kept.photoSha256));
    for (const [key] of gone) this.#kept.delete(key);
  }

  async sweep(now: Date): Promise<number> {
    const gone = [...this.#kept].filter(([, kept]) => kept.until <= now);
    for (const [key] of gone) this.#kept.delete(key);
    return gone.length;
  }
}

function textOf({ photoSha256, questionSha256, provider, model, promptVersion }: VisionCacheKey): string {
  return JSON.stringify([photoSha256, questionSha256, provider, model, promptVersion]);
}
