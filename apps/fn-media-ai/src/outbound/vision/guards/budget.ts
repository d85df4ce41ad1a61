import type { Clock } from '@foundnow/kernel';
import { VisionFailure } from '../../../domain/vision/vision-failure.ts';
import type { VisionBudget } from '../../../use-cases/vision-budget.port.ts';
import type { VisionProvider } from '../../../use-cases/vision-provider.port.ts';
import type { Look } from './look.ts';

export interface BudgetRules {
  readonly budget: VisionBudget;
  readonly limitMicros: number;
  /** What could not be written down. A cost that is not stays counted as what was set aside for it. */
  readonly onTrouble: (error: unknown) => void;
}

export function dayOf(now: Date): string {
  return now.toISOString().slice(0, 10);
}

/** Sets aside the most that an attempt can cost, and puts what it did cost in its place. */
export function withBudget(
  look: Look,
  provider: Pick<VisionProvider, 'name' | 'estimateMicros'>,
  { budget, limitMicros, onTrouble }: BudgetRules,
  clock: Clock,
): Look {
  return async (question, signal) => {
    signal.throwIfAborted();
    const micros = provider.estimateMicros(question);
    const reservation = { day: dayOf(clock.now()), provider: provider.name, micros };
    if (!(await budget.reserve(reservation, limitMicros))) throw new VisionFailure('budget-spent');
    const settle = (cost: number) => (cost === micros ? undefined : budget.settle(reservation, cost).catch(onTrouble));
    try {
      const answer = await look(question, signal);
      await settle(answer.costMicros);
      return answer;
    } catch (error) {
      if (error instanceof VisionFailure) await settle(error.costOf(micros));
      throw error;
    }
  };
}
