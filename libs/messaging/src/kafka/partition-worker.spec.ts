import { setImmediate as breathe } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { eventually } from '@foundnow/testing';
import type { DeliveryContext } from '../message-bus.port.ts';
import { kafkaMessage, stretch } from '../../test/kafka-messages.ts';
import { PartitionWorker } from './partition-worker.ts';
import { UNBOUNDED } from './subscription-plan.ts';

function start({ before = UNBOUNDED, done = 0, mayBegin = (): boolean => true } = {}) {
  const gates: (PromiseWithResolvers<void> & DeliveryContext & { readonly offset: number })[] = [];
  const handler = (message: { offset: string }, context: DeliveryContext) => {
    const gate = Promise.withResolvers<void>();
    gates.push({ ...gate, ...context, offset: Number(message.offset) });
    return gate.promise;
  };
  const plan = { topic: 't', partition: 0, start: 10, before };
  const worker = new PartitionWorker(plan, done, handler, { messages: 4, bytes: 1000, mayBegin });
  const taken = async (count: number) => {
    await eventually(() => gates.length === count);
    return gates.map((gate) => gate.offset);
  };
  return { worker, gates, taken };
}

describe('a worker of a partition on Kafka', () => {
  it('handles one message after the other, and its position is the first that is not done', async () => {
    const { worker, gates, taken } = start();
    worker.fill(stretch(10, 13));
    expect(await taken(1)).toEqual([10]);
    expect(worker.nextOffset).toBe(10);
    gates[0]?.resolve();
    expect(await taken(2)).toEqual([10, 11]);
    expect(worker.nextOffset).toBe(11);
    const finished = worker.finish(1000);
    gates[1]?.resolve();
    await finished;
    expect([gates.length, worker.nextOffset]).toEqual([2, 12]);
  });

  it('asks before each message whether it may begin', async () => {
    let trusted = true;
    const { worker, gates, taken } = start({ mayBegin: () => trusted });
    worker.fill(stretch(10, 13));
    await taken(1);
    trusted = false;
    gates[0]?.resolve();
    await eventually(() => worker.nextOffset === 11);
    for (let turn = 0; turn < 5; turn += 1) await breathe();
    expect(gates).toHaveLength(1);
    trusted = true;
    worker.hold(false);
    expect(await taken(2)).toEqual([10, 11]);
    gates[1]?.resolve();
    await worker.finish(1000);
  });

  it('delivers a message again that its handler rejected, and nothing behind it before', async () => {
    const { worker, gates, taken } = start();
    worker.fill(stretch(10, 12));
    await taken(1);
    gates[0]?.reject(new Error('not yet'));
    expect(await taken(2)).toEqual([10, 10]);
    expect(worker.nextOffset).toBe(10);
    void worker.abort(new Error('over'));
    gates[1]?.resolve();
    await worker.settled;
  });

  it('leaves out what it was given before, and refuses what would leave a gap', async () => {
    const { worker, gates, taken } = start();
    expect(worker.fill(stretch(10, 12))).toBe(true);
    expect(worker.fill(stretch(8, 13))).toBe(true);
    expect(worker.fill(stretch(14, 16))).toBe(false);
    expect(worker.fetchFrom).toBe(13);
    for (let count = 1; count <= 3; count += 1) {
      await taken(count);
      gates[count - 1]?.resolve();
    }
    expect(await taken(3)).toEqual([10, 11, 12]);
    await eventually(() => worker.nextOffset === 13);
    void worker.abort(new Error('over'));
  });

  it('refuses a log that ends before its position', () => {
    const { worker } = start();
    expect(worker.fill({ ...stretch(0, 3), end: 3 })).toBe(false);
    void worker.abort(new Error('over'));
  });

  it('does not begin anew what this process has done in an earlier life', async () => {
    const { worker, gates, taken } = start({ done: 12 });
    expect([worker.committed, worker.nextOffset, worker.fetchFrom]).toEqual([10, 12, 12]);
    worker.fill(stretch(10, 13));
    expect(await taken(1)).toEqual([12]);
    void worker.abort(new Error('over'));
    gates[0]?.resolve();
  });

  it('begins nothing while the group is being shared out, and lets what is under way go on', async () => {
    const { worker, gates, taken } = start();
    worker.fill(stretch(10, 13));
    await taken(1);
    worker.hold(true);
    gates[0]?.resolve();
    await eventually(() => worker.nextOffset === 11);
    await breathe();
    expect([gates.length, gates[0]?.signal.aborted]).toEqual([1, false]);
    worker.hold(false);
    expect(await taken(2)).toEqual([10, 11]);
    void worker.abort(new Error('over'));
    gates[1]?.resolve();
  });

  it('stops at once when its partition went to another: the signal is aborted, its position stays', async () => {
    const { worker, gates, taken } = start();
    worker.fill(stretch(10, 14));
    await taken(1);
    const reason = new Error('The partition went to another consumer');
    const aborted = worker.abort(reason);
    expect(gates[0]?.signal.reason).toBe(reason);
    gates[0]?.resolve();
    await aborted;
    expect([gates.length, worker.nextOffset]).toEqual([1, 10]);
  });

  it('is full above its room, and says when half of it is gone', async () => {
    const { worker, gates, taken } = start();
    worker.fill(stretch(10, 16));
    await taken(1);
    expect(worker.full).toBe(true);
    let again = false;
    void worker.roomAgain().then(() => (again = true));
    for (const offset of [10, 11, 12, 13]) {
      expect([offset, again]).toEqual([offset, false]);
      gates.at(-1)?.resolve();
      await taken(offset - 8);
    }
    await eventually(() => again);
    expect(worker.full).toBe(false);
    void worker.abort(new Error('over'));
    gates.at(-1)?.resolve();
  });

  it('counts the bytes in hand, so that large messages hold the fetches back', async () => {
    const { worker, taken } = start();
    worker.fill({ ...stretch(10, 12), messages: [kafkaMessage(10, 10), kafkaMessage(11, 1000)] });
    await taken(1);
    expect(worker.full).toBe(true);
    void worker.abort(new Error('over'));
  });

  it('counts headers and keys with them, which may hold all that a foreign message has', async () => {
    const { worker, taken } = start();
    const headers = { 'x-note': [Buffer.alloc(500), 'x'.repeat(100)] };
    const wide = Object.assign(kafkaMessage(11), { headers, key: Buffer.alloc(500) });
    worker.fill({ ...stretch(10, 12), messages: [kafkaMessage(10), wide] });
    await taken(1);
    expect(worker.full).toBe(true);
    void worker.abort(new Error('over'));
  });

  it('is at its end when the last message before it is done, or when only marks of transactions were left', async () => {
    const { worker, gates, taken } = start({ before: 12 });
    worker.fill({ ...stretch(10, 11), next: 20 });
    await taken(1);
    expect([worker.atEnd, worker.full]).toEqual([false, true]);
    gates[0]?.resolve();
    await eventually(() => worker.atEnd);
    expect(worker.nextOffset).toBe(12);
    void worker.abort(new Error('over'));
  });
});
