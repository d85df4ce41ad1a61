import { VisionFailure } from '../../domain/vision/vision-failure.ts';
import type { VisionBudget } from '../../use-cases/vision-budget.port.ts';
import type { VisionQuestion } from '../../use-cases/vision-provider.port.ts';
import type {
  LookOptions,
  ProviderRefusal,
  ProvidersState,
  ProviderState,
  Vision,
  VisionOutcome,
} from '../../use-cases/vision.port.ts';
import type { GuardedProvider } from './guarded-provider.ts';
import { dayOf } from './guards/budget.ts';
import type { Timing } from './timing.ts';
import type { VisionMeters } from './vision-meters.ts';

/** Named in the configuration, and without a key: nothing goes to it. */
export interface KeylessProvider {
  readonly name: string;
  readonly model: string;
}

export interface OrderParts {
  readonly budget: VisionBudget;
  readonly limitMicros: number;
  readonly timing: Timing;
  readonly meters: VisionMeters;
}

/** Asks the first, and the next one when that gives no answer. */
export class ProviderOrder implements Vision {
  constructor(
    private readonly order: ReadonlyArray<GuardedProvider | KeylessProvider>,
    private readonly parts: OrderParts,
  ) {}

  async look(question: VisionQuestion, options: LookOptions = {}): Promise<VisionOutcome> {
    const { meters, timing } = this.parts;
    const began = timing.now().getTime();
    const refusals: ProviderRefusal[] = [];
    for (const each of this.order) {
      const asked = await this.#ask(each, question, options);
      if (!('reason' in asked)) {
        meters.outcome(false);
        return { ...asked, milliseconds: timing.now().getTime() - began };
      }
      meters.refused(asked.provider, asked.reason);
      refusals.push(asked);
    }
    meters.outcome(true);
    return { degraded: true, refusals };
  }

  async providers(): Promise<ProvidersState> {
    const day = dayOf(this.parts.timing.now());
    const spent = await this.parts.budget.spentOn(day);
    const total = [...spent.values()].reduce((sum, micros) => sum + micros, 0);
    const providers = this.order.map((each) => {
      if (!('provider' in each)) return keylessState(each);
      const own = spent.get(each.provider.name) ?? 0;
      this.parts.meters.spent(each.provider.name, own);
      return each.state(own, total);
    });
    return { day, budgetMicros: this.parts.limitMicros, spentMicros: total, providers };
  }

  async close(): Promise<void> {
    for (const each of this.order) if ('provider' in each) await each.provider.close();
  }

  async #ask(
    each: GuardedProvider | KeylessProvider,
    question: VisionQuestion,
    options: LookOptions,
  ): Promise<Omit<Extract<VisionOutcome, { degraded: false }>, 'milliseconds'> | ProviderRefusal> {
    if (!('provider' in each)) return { provider: each.name, reason: 'no-key' };
    const { name, model, promptVersion } = each.provider;
    try {
      const { finding, kept } = await each.look(question, options);
      return { degraded: false, finding, provider: name, model, promptVersion, kept };
    } catch (error) {
      if (!(error instanceof VisionFailure)) throw error;
      return { provider: name, reason: error.reason };
    }
  }
}

function keylessState({ name, model }: KeylessProvider): ProviderState {
  return {
    name,
    model,
    promptVersion: null,
    state: 'no-key',
    breaker: 'closed',
    spentMicros: 0,
    cache: { hits: 0, misses: 0, hitRate: null },
    underWay: 0,
    waiting: 0,
  };
}
