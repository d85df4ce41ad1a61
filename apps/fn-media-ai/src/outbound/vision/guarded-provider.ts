import { Breaker } from '../../domain/vision/breaker.ts';
import type { VisionFinding } from '../../domain/vision/vision-finding.ts';
import type { VisionCache } from '../../use-cases/vision-cache.port.ts';
import type { VisionProvider, VisionQuestion } from '../../use-cases/vision-provider.port.ts';
import type { LookOptions, ProviderState } from '../../use-cases/vision.port.ts';
import { withBreaker } from './guards/breaker.ts';
import { type BudgetRules, withBudget } from './guards/budget.ts';
import { Bulkhead, type BulkheadSize } from './guards/bulkhead.ts';
import { KeptAnswers } from './guards/cache.ts';
import type { Look } from './guards/look.ts';
import { metered } from './guards/metered.ts';
import { withRetry } from './guards/retry.ts';
import { withTimeout } from './guards/timeout.ts';
import type { Timing } from './timing.ts';
import type { VisionMeters } from './vision-meters.ts';

export interface Surroundings extends BudgetRules {
  readonly cache: VisionCache;
  readonly keepMs: number;
  readonly timeoutMs: number;
  readonly bulkhead: BulkheadSize;
  readonly timing: Timing;
  readonly meters: VisionMeters;
}

export interface GuardedAnswer {
  readonly finding: VisionFinding;
  readonly kept: boolean;
}

/**
 * A provider with everything around it. The breaker sees each attempt, not each question, or four attempts of fourteen
 * seconds would hide five failures in a minute from it; what waits for its turn or for a retry holds no place and no pass.
 */
export class GuardedProvider {
  readonly #breaker: Breaker;
  readonly #bulkhead: Bulkhead;
  readonly #kept: KeptAnswers;
  readonly #ask: Look;

  constructor(
    readonly provider: VisionProvider,
    private readonly around: Surroundings,
  ) {
    const { timing, meters } = around;
    const { name } = provider;
    this.#breaker = new Breaker(undefined, (state) => meters.breaker(name, state));
    this.#bulkhead = new Bulkhead(around.bulkhead);
    this.#kept = new KeptAnswers(around.cache, provider, timing, around.keepMs);
    const timed = withTimeout((question, signal) => provider.look(question, signal), timing, around.timeoutMs);
    const paid = withBudget(metered(timed, name, meters, timing), provider, around, timing);
    this.#ask = withRetry(this.#bulkhead.guard(withBreaker(paid, this.#breaker, timing)), timing);
    meters.breaker(name, 'closed');
  }

  async look(question: VisionQuestion, options: LookOptions): Promise<GuardedAnswer> {
    const { signal = new AbortController().signal } = options;
    const kept = await this.#kept.find(question);
    this.around.meters.cache(this.provider.name, kept === undefined ? 'miss' : 'hit');
    if (kept !== undefined) return { finding: kept, kept: true };
    const { finding } = await this.#ask(question, signal);
    await this.#kept.keep(question, finding).catch(this.around.onTrouble);
    return { finding, kept: false };
  }

  /** @param spentMicros Of this provider, @param totalMicros of all, this UTC day. */
  state(spentMicros: number, totalMicros: number): ProviderState {
    const { name, model, promptVersion } = this.provider;
    const breaker = this.#breaker.stateAt(this.around.timing.now().getTime());
    const spent = totalMicros >= this.around.limitMicros;
    return {
      name,
      model,
      promptVersion,
      state: breaker === 'open' ? 'breaker-open' : spent ? 'budget-spent' : 'ready',
      breaker,
      spentMicros,
      cache: this.#kept.tally,
      underWay: this.#bulkhead.underWay,
      waiting: this.#bulkhead.waiting,
    };
  }
}
