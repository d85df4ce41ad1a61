import { describe, expect, it } from '@jest/globals';
import { FakeTiming } from '../../../../test/fakes/fake-timing.ts';
import { anAnswer, ScriptedProvider } from '../../../../test/fakes/scripted-provider.ts';
import { aQuestion } from '../../../../test/vision-question.builder.ts';
import { withTimeout } from './timeout.ts';

describe('the timeout of an attempt', () => {
  function guarded() {
    const timing = new FakeTiming();
    const provider = new ScriptedProvider();
    return { timing, provider, look: withTimeout((question, signal) => provider.look(question, signal), timing) };
  }

  it('ends an attempt after 30 seconds, also with a provider that listens to nothing', async () => {
    const { timing, provider, look } = guarded();
    provider.acts.push('silence');
    const outcome = look(aQuestion(), new AbortController().signal).catch((error: unknown) => error);
    await timing.pass(29_999);
    expect(provider.signals[0]?.aborted).toBe(false);
    await timing.pass(1);
    expect(await outcome).toMatchObject({ name: 'VisionFailure', reason: 'timeout' });
    expect(provider.signals[0]?.aborted).toBe(true);
  });

  it('leaves no timer behind when the answer came in time', async () => {
    const { timing, look } = guarded();
    expect(await look(aQuestion(), new AbortController().signal)).toEqual(anAnswer());
    expect(timing.waits).toEqual([]);
  });

  it('passes on that the caller gave up, with the reason', async () => {
    const { timing, provider, look } = guarded();
    provider.acts.push('silence');
    const caller = new AbortController();
    const outcome = look(aQuestion(), caller.signal).catch((error: unknown) => error);
    await timing.pass(10);
    caller.abort(new Error('the form was closed'));
    expect(await outcome).toMatchObject({ message: 'the form was closed' });
    expect(timing.waits).toEqual([]);
  });

  it('does not ask for a caller who has left', async () => {
    const { provider, look } = guarded();
    await expect(look(aQuestion(), AbortSignal.abort(new Error('left')))).rejects.toThrow('left');
    expect(provider.attempts).toBe(0);
  });

  it('hands on what the provider failed with', async () => {
    const { provider, look } = guarded();
    provider.acts.push(new TypeError('broken'));
    await expect(look(aQuestion(), new AbortController().signal)).rejects.toThrow('broken');
  });
});
