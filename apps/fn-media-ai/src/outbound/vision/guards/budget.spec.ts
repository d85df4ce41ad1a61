import { beforeEach, describe, expect, it } from '@jest/globals';
import { FakeTiming } from '../../../../test/fakes/fake-timing.ts';
import { MemoryVisionBudget } from '../../../../test/fakes/memory-vision-budget.ts';
import { anAnswer, ScriptedProvider } from '../../../../test/fakes/scripted-provider.ts';
import { aQuestion } from '../../../../test/vision-question.builder.ts';
import { VisionFailure, type VisionRefusal } from '../../../domain/vision/vision-failure.ts';
import { withBudget } from './budget.ts';

const { signal } = new AbortController();
const LIMIT = 2_500;

describe('the budget of the day', () => {
  let timing: FakeTiming;
  let provider: ScriptedProvider;
  let budget: MemoryVisionBudget;
  let troubles: unknown[];
  const ask = (until = signal) =>
    withBudget(
      (question, s) => provider.look(question, s),
      provider,
      { budget, limitMicros: LIMIT, onTrouble: (error) => void troubles.push(error) },
      timing,
    )(aQuestion(), until).catch((error: unknown) => error);
  const spent = async (day: string) => (await budget.spentOn(day)).get('scripted') ?? 0;
  beforeEach(() => {
    timing = new FakeTiming('2026-05-01T23:59:59.000Z');
    provider = new ScriptedProvider();
    budget = new MemoryVisionBudget();
    troubles = [];
  });

  it('counts what an answer cost, not what it might have cost', async () => {
    provider.acts.push(anAnswer(123));
    await ask();
    expect(await spent('2026-05-01')).toBe(123);
  });

  it('sets the most it can cost aside while the question is under way', async () => {
    provider.acts.push('silence', 'silence');
    void ask();
    void ask();
    await timing.pass(0);
    expect(await spent('2026-05-01')).toBe(2_000);
    expect(await ask()).toMatchObject({ reason: 'budget-spent' });
    expect(provider.attempts).toBe(2);
  });

  it('asks nobody when the estimate does not fit any more', async () => {
    provider.acts.push(anAnswer(1_000), anAnswer(501));
    await ask();
    await ask();
    expect(await ask()).toMatchObject({ reason: 'budget-spent' });
    expect(provider.attempts).toBe(2);
  });

  it('begins anew at midnight UTC', async () => {
    provider.acts.push(anAnswer(1_000), anAnswer(1_000));
    await ask();
    await ask();
    expect(await ask()).toMatchObject({ reason: 'budget-spent' });
    await timing.pass(1_000);
    expect(await ask()).toEqual(anAnswer());
    expect(await spent('2026-05-02')).toBe(400);
  });

  it.each<[VisionRefusal, number]>([
    ['overloaded', 0],
    ['rate-limited', 0],
    ['unavailable', 0],
    ['question-refused', 0],
    ['timeout', 1_000],
    ['disconnected', 1_000],
    ['damaged', 1_000],
    ['malformed', 1_000],
  ])('counts %s with %i, because that is what may be on the bill', async (reason, cost) => {
    provider.acts.push(new VisionFailure(reason));
    await ask();
    expect(await spent('2026-05-01')).toBe(cost);
  });

  it('counts a refusal with what the provider says that it cost', async () => {
    provider.acts.push(new VisionFailure('refused', { costMicros: 77 }));
    await ask();
    expect(await spent('2026-05-01')).toBe(77);
  });

  it('keeps an answer whose cost cannot be written down, tells of it and counts the estimate', async () => {
    budget.settle = async () => Promise.reject(new Error('database away'));
    expect(await ask()).toEqual(anAnswer());
    expect(troubles).toHaveLength(1);
    expect(await spent('2026-05-01')).toBe(1_000);
  });

  it('does not ask when nobody can say whether the budget allows it', async () => {
    budget.reserve = async () => Promise.reject(new Error('database away'));
    expect(await ask()).toMatchObject({ message: 'database away' });
    expect(provider.attempts).toBe(0);
  });

  it('sets nothing aside for a caller who has left already', async () => {
    await expect(ask(AbortSignal.abort(new Error('left')))).resolves.toMatchObject({ message: 'left' });
    expect(await spent('2026-05-01')).toBe(0);
  });

  it('leaves the estimate counted when the caller leaves: the provider may go on', async () => {
    provider.acts.push(new Error('the caller left'));
    await ask();
    expect(await spent('2026-05-01')).toBe(1_000);
  });
});
