import { beforeEach, describe, expect, it } from '@jest/globals';
import { FakeTiming } from '../../../../test/fakes/fake-timing.ts';
import { ScriptedProvider } from '../../../../test/fakes/scripted-provider.ts';
import { aQuestion } from '../../../../test/vision-question.builder.ts';
import { Breaker } from '../../../domain/vision/breaker.ts';
import { VisionFailure, type VisionRefusal } from '../../../domain/vision/vision-failure.ts';
import { withBreaker } from './breaker.ts';

const { signal } = new AbortController();

describe('a provider behind the breaker', () => {
  let timing: FakeTiming;
  let provider: ScriptedProvider;
  let breaker: Breaker;
  const ask = () =>
    withBreaker(
      (question, s) => provider.look(question, s),
      breaker,
      timing,
    )(aQuestion(), signal).then(
      () => 'answered',
      (error: unknown) => (error as VisionFailure).reason ?? 'other',
    );
  const meet = async (reason: VisionRefusal, times: number) => {
    for (let count = 0; count < times; count += 1) {
      provider.acts.push(new VisionFailure(reason));
      await ask();
    }
    return breaker.stateAt(timing.now().getTime());
  };
  beforeEach(() => {
    timing = new FakeTiming();
    provider = new ScriptedProvider();
    breaker = new Breaker();
  });

  it.each<VisionRefusal>([
    'timeout',
    'disconnected',
    'damaged',
    'rate-limited',
    'overloaded',
    'unavailable',
    'misconfigured',
    'spend-limit',
  ])('is spared after five times %s', async (reason) => {
    expect(await meet(reason, 4)).toBe('closed');
    expect(await meet(reason, 1)).toBe('open');
    expect(await ask()).toBe('breaker-open');
    expect(provider.attempts).toBe(5);
  });

  it.each<VisionRefusal>(['refused', 'cut-off', 'malformed', 'question-refused', 'budget-spent'])(
    'is not switched off for everybody by photos that end in %s',
    async (reason) => {
      expect(await meet(reason, 20)).toBe('closed');
    },
  );

  it('takes an answer, even a refusal, for a sign of life', async () => {
    await meet('overloaded', 4);
    await meet('refused', 1);
    expect(await meet('overloaded', 4)).toBe('closed');
  });

  it('does not take a question that was never asked for a sign of life', async () => {
    await meet('overloaded', 4);
    await meet('budget-spent', 1);
    expect(await meet('overloaded', 1)).toBe('open');
  });

  it('comes back by itself: 30 seconds, one probe at a time, two that go well', async () => {
    await meet('overloaded', 5);
    await timing.pass(30_000);
    provider.acts.push('silence');
    void ask();
    expect(await ask()).toBe('breaker-open');
    expect(provider.attempts).toBe(6);
  });

  it('gives the place of the probe back when the budget, the caller or a mistake ends it', async () => {
    await meet('overloaded', 5);
    await timing.pass(30_000);
    provider.acts.push(new VisionFailure('budget-spent'), new Error('the caller left'), new TypeError('a mistake'));
    expect([await ask(), await ask(), await ask(), await ask(), await ask()]).toEqual([
      'budget-spent',
      'other',
      'other',
      'answered',
      'answered',
    ]);
    expect(breaker.stateAt(timing.now().getTime())).toBe('closed');
  });

  it('dates a failure when it is known, not when the question was asked', async () => {
    await meet('timeout', 4);
    await timing.pass(59_999);
    expect(await meet('timeout', 1)).toBe('open');
    await timing.pass(29_999);
    expect(await ask()).toBe('breaker-open');
  });
});
