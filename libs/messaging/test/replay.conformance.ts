import { DomainError } from '@foundnow/kernel';
import { expect, it } from '@jest/globals';
import { eventually } from '@foundnow/testing';
import { listDeadLetters, MAX_REDRIVES, redrive } from '../src/index.ts';
import type { Bench, BusTraits } from './bus-harness.ts';
import { SampleConsumer } from './sample-consumer.ts';
import { aMessage, freshGroup } from './sample-messages.ts';

const PATIENCE = { timeoutMs: 60_000 };

export function describeReplay(bench: Bench, traits: BusTraits): void {
  if (!traits.capabilities.readFromStart) {
    it('refuses a replay, because the transport cannot go back', async () => {
      const bus = await bench().bus();
      const replay = SampleConsumer.start({ bus, group: freshGroup('replay'), topics: ['any'], generation: 1 });
      await expect(replay).rejects.toThrow('cannot go back');
    });
    return;
  }

  it('replays everything into a new generation and runs no outside effect in it', async () => {
    const bus = await bench().bus();
    const topic = await bench().topic();
    const group = freshGroup('replay');
    const live = await SampleConsumer.start({ bus, group, topics: [topic] });
    await bus.publish([0, 1, 2].map((seq) => aMessage(topic, 'a', { seq })));
    await eventually(() => expect(live.handled).toEqual(['a:0', 'a:1', 'a:2']), PATIENCE);

    const again = await SampleConsumer.start({ bus, group, topics: [topic], generation: 5 });
    const outside = await SampleConsumer.start({ bus, group, topics: [topic], generation: 6, outsideEffect: true });
    await Promise.all([again.done, outside.done]);
    expect(again.handled).toEqual(['a:0', 'a:1', 'a:2']);
    expect(again.contexts[0]).toMatchObject({ group, generation: 5, replay: true });
    expect(outside.handled).toEqual([]);
    await bus.publish([aMessage(topic, 'a', { seq: 3 })]);
    await eventually(() => expect(live.handled).toEqual(['a:0', 'a:1', 'a:2', 'a:3']), PATIENCE);
    expect(live.contexts[0]).toMatchObject({ generation: 0, replay: false, attempt: 1 });
  });
}

/** Dead letters are listed and sent back on every transport, whether or not it can go back in its other topics. */
export function describeRedrive(bench: Bench): void {
  it('redrives to the group that failed and to no other, once', async () => {
    const bus = await bench().bus();
    const topic = await bench().topic();
    let broken = true;
    const group = freshGroup('failing');
    const failing = await SampleConsumer.start({ bus, group, topics: [topic] }, async (seq) => {
      if (broken && seq === 1) throw new DomainError('sample.bad', 'validation', 'No.');
    });
    const other = await SampleConsumer.start({ bus, group: freshGroup('other'), topics: [topic] });
    await bus.publish([0, 1, 2].map((seq) => aMessage(topic, 'a', { seq })));
    const letters = () => listDeadLetters(bus, { topics: [topic] });
    const [letter] = await eventually(async () => {
      const found = await letters();
      expect(found).toHaveLength(1);
      return found;
    }, PATIENCE);
    expect(letter).toMatchObject({ group, code: 'sample.bad', redriven: false, origin: { topic } });

    broken = false;
    const { fingerprint } = letter!;
    expect(await redrive(bus, { topics: [topic], dryRun: true })).toMatchObject({ redriven: [letter], remaining: 0 });
    expect(await letters()).toHaveLength(1);
    expect((await redrive(bus, { topics: [topic], fingerprint: 'another' })).redriven).toEqual([]);
    expect((await redrive(bus, { topics: [topic], fingerprint, limit: 10 })).redriven).toHaveLength(1);
    await eventually(() => expect(failing.handled).toEqual(['a:0', 'a:2', 'a:1']), PATIENCE);
    expect(await letters()).toEqual([]);
    expect(await listDeadLetters(bus, { topics: [topic], includeRedriven: true })).toMatchObject([{ redriven: true }]);
    expect((await redrive(bus, { topics: [topic] })).redriven).toEqual([]);

    await bus.publish([aMessage(topic, 'a', { seq: 3 })]);
    await eventually(() => expect(other.handled.at(-1)).toBe('a:3'), PATIENCE);
    expect(other.handled).toEqual(['a:0', 'a:1', 'a:2', 'a:3']);
  });

  it('does not send the same message round for ever', async () => {
    const bus = await bench().bus();
    const topic = await bench().topic();
    await SampleConsumer.start({ bus, group: freshGroup('loop'), topics: [topic] }, async () => {
      throw new DomainError('sample.bad', 'validation', 'No.');
    });
    await bus.publish([aMessage(topic, 'a')]);
    for (let round = 0; round < MAX_REDRIVES; round += 1) {
      await eventually(async () => expect(await listDeadLetters(bus, { topics: [topic] })).toHaveLength(1), PATIENCE);
      expect((await redrive(bus, { topics: [topic] })).redriven).toHaveLength(1);
    }
    await eventually(async () => expect(await listDeadLetters(bus, { topics: [topic] })).toHaveLength(1), PATIENCE);
    const result = await redrive(bus, { topics: [topic] });
    expect(result).toMatchObject({ redriven: [], refused: [{ reason: 'too-many-redrives' }] });
  });
}
