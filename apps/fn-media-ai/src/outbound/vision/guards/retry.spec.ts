import { beforeEach, describe, expect, it } from '@jest/globals';
import { FakeTiming } from '../../../../test/fakes/fake-timing.ts';
import { anAnswer, ScriptedProvider } from '../../../../test/fakes/scripted-provider.ts';
import { aQuestion } from '../../../../test/vision-question.builder.ts';
import { VisionFailure, type VisionRefusal } from '../../../domain/vision/vision-failure.ts';
import { withRetry } from './retry.ts';

describe('asking again', () => {
  let timing: FakeTiming;
  let provider: ScriptedProvider;
  let caller: AbortController;
  const asked = () =>
    withRetry((question, signal) => provider.look(question, signal), timing)(aQuestion(), caller.signal).catch(
      (error: unknown) => error,
    );
  const failing = (...reasons: VisionRefusal[]) =>
    provider.acts.push(...reasons.map((reason) => new VisionFailure(reason)));
  beforeEach(() => {
    timing = new FakeTiming();
    provider = new ScriptedProvider();
    caller = new AbortController();
  });

  it('asks three times more, after 2, 4 and 8 seconds, and then gives up with the last failure', async () => {
    failing('overloaded', 'unavailable', 'timeout', 'rate-limited');
    const outcome = asked();
    for (const [attempts, seconds] of [
      [1, 2],
      [2, 4],
      [3, 8],
    ] as const) {
      await timing.pass(0);
      expect(timing.waits).toEqual([seconds * 1_000]);
      await timing.pass(seconds * 1_000 - 1);
      expect(provider.attempts).toBe(attempts);
      await timing.pass(1);
      expect(provider.attempts).toBe(attempts + 1);
    }
    expect(await outcome).toMatchObject({ reason: 'rate-limited' });
    expect(provider.attempts).toBe(4);
  });

  it('is content with the first answer', async () => {
    failing('disconnected');
    const outcome = asked();
    await timing.pass(2_000);
    expect(await outcome).toEqual(anAnswer());
    expect(provider.attempts).toBe(2);
  });

  it('waits longer by chance, so that replicas do not come back together', async () => {
    failing('overloaded');
    timing.chances.push(0.8);
    void asked();
    await timing.pass(0);
    expect(timing.waits).toEqual([2_400]);
  });

  it('honors retry-after, and never comes earlier', async () => {
    provider.acts.push(new VisionFailure('rate-limited', { retryAfterMs: 17_000 }));
    const outcome = asked();
    await timing.pass(16_999);
    expect(provider.attempts).toBe(1);
    await timing.pass(1);
    expect(await outcome).toEqual(anAnswer());
  });

  it('does not wait for a provider that wants minutes', async () => {
    provider.acts.push(new VisionFailure('rate-limited', { retryAfterMs: 120_000 }));
    expect(await asked()).toMatchObject({ reason: 'rate-limited' });
    expect(provider.attempts).toBe(1);
  });

  it.each<VisionRefusal>([
    'refused',
    'cut-off',
    'malformed',
    'misconfigured',
    'spend-limit',
    'question-refused',
    'breaker-open',
    'budget-spent',
    'busy',
    'no-key',
  ])('does not ask again after %s', async (reason) => {
    failing(reason);
    expect(await asked()).toMatchObject({ reason });
    expect(provider.attempts).toBe(1);
  });

  it('does not ask again after what is no failure of a provider', async () => {
    provider.acts.push(new TypeError('a mistake of ours'));
    expect(await asked()).toBeInstanceOf(TypeError);
    expect(provider.attempts).toBe(1);
  });

  it('stops waiting when the caller gives up', async () => {
    failing('overloaded');
    const outcome = asked();
    await timing.pass(500);
    caller.abort(new Error('shutting down'));
    expect(await outcome).toMatchObject({ message: 'shutting down' });
    expect(timing.waits).toEqual([]);
  });
});
