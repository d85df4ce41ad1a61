import { createHash } from 'node:crypto';
import type { Clock } from '@foundnow/kernel';
import type { VisionFinding } from '../../../domain/vision/vision-finding.ts';
import type { VisionCache, VisionCacheKey } from '../../../use-cases/vision-cache.port.ts';
import type { VisionProvider, VisionQuestion } from '../../../use-cases/vision-provider.port.ts';
import { findingFrom } from '../answer/finding-from.ts';

type Asked = Pick<VisionProvider, 'name' | 'model' | 'promptVersion'>;

/** The answers of one provider that were paid for, and how often they served. */
export class KeptAnswers {
  #hits = 0;
  #misses = 0;

  constructor(
    private readonly cache: VisionCache,
    private readonly asked: Asked,
    private readonly clock: Clock,
    private readonly keepMs: number,
  ) {}

  get tally(): { readonly hits: number; readonly misses: number; readonly hitRate: number | null } {
    const questions = this.#hits + this.#misses;
    return { hits: this.#hits, misses: this.#misses, hitRate: questions === 0 ? null : this.#hits / questions };
  }

  async find(question: VisionQuestion): Promise<VisionFinding | undefined> {
    const kept = await this.cache.find(keyOf(question, this.asked));
    const finding = kept === undefined ? undefined : findingFrom(kept)?.finding;
    if (finding === undefined) this.#misses += 1;
    else this.#hits += 1;
    return finding;
  }

  async keep(question: VisionQuestion, finding: VisionFinding): Promise<void> {
    if (question.postId === null) return;
    const until = new Date(this.clock.now().getTime() + this.keepMs);
    await this.cache.keep(keyOf(question, this.asked), question.postId, finding, until);
  }
}

/** The words count as well: what a private post says must not come back as a suggestion to whoever re-posts its photo. */
export function keyOf(question: VisionQuestion, { name, model, promptVersion }: Asked): VisionCacheKey {
  const { kind, category, language, title, description } = question;
  const words = JSON.stringify([kind, category, language, title, description]);
  return {
    photoSha256: question.photoSha256,
    questionSha256: createHash('sha256').update(words).update('\0').update(question.image).digest('hex'),
    provider: name,
    model,
    promptVersion: promptVersion ?? '',
  };
}
