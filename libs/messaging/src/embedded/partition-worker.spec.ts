import { describe, expect, it } from '@jest/globals';
import { eventually } from '@foundnow/testing';
import type { LogMessage } from './log-stretch.ts';
import { UNBOUNDED } from './log-stretch.ts';
import { PartitionWorker } from './partition-worker.ts';

const topic = { id: 1, name: 't', partitions: 1 };
const claim = { topic, partition: 0, key: 1n, epoch: '1', nextOffset: 10 };
const room = { messages: 4, bytes: 1000 };

const message = (at: number, bytes = 1): LogMessage =>
  ({ at, offset: String(at), partition: 0, topic: 't', key: 'a', value: new Uint8Array(bytes) }) as LogMessage;

function start(options: { before?: number } = {}) {
  const gates: PromiseWithResolvers<void>[] = [];
  const handled: number[] = [];
  const rings: number[] = [];
  const handler = async (each: { offset: string }) => {
    const gate = Promise.withResolvers<void>();
    gates.push(gate);
    await gate.promise;
    handled.push(Number(each.offset));
  };
  const worker = new PartitionWorker(claim, handler, options.before ?? UNBOUNDED, () => rings.push(1));
  return { worker, gates, handled, rings };
}

describe('a partition worker', () => {
  it('orders no more than there is room for, and again when half of it is gone', async () => {
    const { worker, gates, handled, rings } = start();
    expect(worker.order(room)).toMatchObject({ from: 10, maxMessages: 4, maxBytes: 1000 });
    worker.fill({ messages: [10, 11, 12, 13].map((at) => message(at)), exhausted: false });
    await eventually(() => gates.length === 1);
    expect(worker.order(room)).toBeUndefined();
    gates[0]?.resolve();
    await eventually(() => gates.length === 2);
    expect(rings).toEqual([]);
    gates[1]?.resolve();
    await eventually(() => gates.length === 3);
    expect([handled, rings]).toEqual([[10, 11], [1]]);
    expect(worker.order(room)).toMatchObject({ from: 14, maxMessages: 3, maxBytes: 998 });
    void worker.abort(new Error('over'));
  });

  it('counts the bytes in hand, so that large messages hold it back', async () => {
    const { worker, gates } = start();
    worker.order(room);
    worker.fill({ messages: [message(10, 100), message(11, 900)], exhausted: false });
    await eventually(() => gates.length === 1);
    expect(worker.order(room)).toBeUndefined();
    void worker.abort(new Error('over'));
  });

  it('asks for nothing more at the end of the log until it is stirred', async () => {
    const { worker } = start();
    worker.order(room);
    worker.fill({ messages: [], exhausted: true });
    expect(worker.order(room)).toBeUndefined();
    worker.stir();
    expect(worker.order(room)).toMatchObject({ from: 10 });
    await worker.finish(1000);
  });

  it('misses no news that comes while it is being filled', async () => {
    const { worker } = start();
    worker.order(room);
    worker.stir();
    worker.fill({ messages: [], exhausted: true });
    expect(worker.order(room)).toMatchObject({ from: 10 });
    await worker.finish(1000);
  });

  it('comes to the end of a bounded read although retention took the rest', async () => {
    const { worker } = start({ before: 20 });
    worker.order(room);
    worker.fill({ messages: [], exhausted: true });
    await eventually(() => worker.atEnd);
    expect(worker.nextOffset).toBe(20);
    await worker.finish(1000);
  });

  it('finishes what is under way and leaves the rest', async () => {
    const { worker, gates, handled } = start();
    worker.order(room);
    worker.fill({ messages: [message(10), message(11)], exhausted: true });
    await eventually(() => gates.length === 1);
    const finished = worker.finish(60_000);
    gates[0]?.resolve();
    await finished;
    expect([handled, worker.nextOffset]).toEqual([[10], 11]);
  });
});
