import { beforeEach, describe, expect, it } from '@jest/globals';
import { FakeTiming } from '../../../test/fakes/fake-timing.ts';
import { MemoryVisionBudget } from '../../../test/fakes/memory-vision-budget.ts';
import { MemoryVisionCache } from '../../../test/fakes/memory-vision-cache.ts';
import { ScriptedProvider } from '../../../test/fakes/scripted-provider.ts';
import { aQuestion } from '../../../test/vision-question.builder.ts';
import { VisionFailure, type VisionRefusal } from '../../domain/vision/vision-failure.ts';
import { GuardedProvider } from './guarded-provider.ts';
import { ProviderOrder } from './provider-order.ts';
import { VisionMeters } from './vision-meters.ts';

const deaf = { breaker: none, count: none, gauge: none, observeSeconds: none };

describe('the order of providers', () => {
  let timing: FakeTiming;
  let budget: MemoryVisionBudget;
  let first: ScriptedProvider;
  let second: ScriptedProvider;
  let vision: ProviderOrder;
  beforeEach(() => {
    timing = new FakeTiming('2026-05-01T12:00:00.000Z');
    budget = new MemoryVisionBudget();
    [first, second] = [new ScriptedProvider('first'), new ScriptedProvider('second', 'v1', null)];
    const around = {
      budget,
      timing,
      cache: new MemoryVisionCache(timing),
      meters: new VisionMeters(deaf),
      limitMicros: 5_000,
      keepMs: 60_000,
      timeoutMs: 30_000,
      bulkhead: { underWay: 2, waiting: 2 },
      onTrouble: none,
    };
    const order = [
      new GuardedProvider(first, around),
      { name: 'keyless', model: 'm' },
      new GuardedProvider(second, around),
    ];
    vision = new ProviderOrder(order, around);
  });

  it('asks the first, and leaves the others alone', async () => {
    expect(await vision.look(aQuestion())).toMatchObject({ degraded: false, provider: 'first', promptVersion: 'p1' });
    expect(second.attempts).toBe(0);
  });

  it.each<VisionRefusal>(['refused', 'malformed', 'cut-off', 'misconfigured', 'spend-limit', 'question-refused'])(
    'asks the next one after %s',
    async (reason) => {
      first.acts.push(new VisionFailure(reason));
      const outcome = await vision.look(aQuestion());
      expect(outcome).toMatchObject({ degraded: false, provider: 'second', model: 'v1', promptVersion: null });
    },
  );

  it('asks the next one while the breaker of the first is open', async () => {
    first.acts.push(...Array.from({ length: 5 }, () => new VisionFailure('misconfigured')));
    for (let count = 0; count < 6; count += 1) {
      await vision.look(aQuestion({ photoSha256: String(count) }));
    }
    expect([first.attempts, second.attempts]).toEqual([5, 6]);
    expect((await vision.providers()).providers.map(({ name, state }) => [name, state])).toEqual([
      ['first', 'breaker-open'],
      ['keyless', 'no-key'],
      ['second', 'ready'],
    ]);
  });

  it('tells every reason, in order, when nobody answers', async () => {
    first.acts.push(new VisionFailure('refused', { costMicros: 10 }));
    second.acts.push(new VisionFailure('question-refused'));
    expect(await vision.look(aQuestion())).toEqual({
      degraded: true,
      refusals: [
        { provider: 'first', reason: 'refused' },
        { provider: 'keyless', reason: 'no-key' },
        { provider: 'second', reason: 'question-refused' },
      ],
    });
  });

  it('has one budget for all: the cheaper one still fits where the dearer one does not', async () => {
    first.estimate = 4_000;
    await budget.reserve({ day: '2026-05-01', provider: 'second', micros: 2_000 }, 5_000);
    expect(await vision.look(aQuestion())).toMatchObject({ provider: 'second' });
    await budget.reserve({ day: '2026-05-01', provider: 'first', micros: 2_600 }, 5_000);
    expect(await vision.providers()).toMatchObject({
      spentMicros: 5_000,
      providers: [{ state: 'budget-spent' }, {}, {}],
    });
    expect(await vision.look(aQuestion({ title: 'another' }))).toMatchObject({
      refusals: [{ reason: 'budget-spent' }, { reason: 'no-key' }, { reason: 'budget-spent' }],
    });
  });

  it('asks nobody else for a caller who has left', async () => {
    first.acts.push('silence');
    const caller = new AbortController();
    const outcome = vision.look(aQuestion(), caller).catch((error: unknown) => error);
    await timing.pass(10);
    caller.abort(new Error('left'));
    expect(await outcome).toMatchObject({ message: 'left' });
    expect(second.attempts).toBe(0);
  });

  it('does not take a mistake of ours for a bad day of a provider', async () => {
    first.acts.push(new TypeError('a mistake'));
    await expect(vision.look(aQuestion())).rejects.toThrow('a mistake');
  });

  it('closes what it opened', async () => {
    await vision.close();
    expect([first.closed, second.closed]).toEqual([true, true]);
  });
});

function none(): void {
  // Nobody listens.
}
