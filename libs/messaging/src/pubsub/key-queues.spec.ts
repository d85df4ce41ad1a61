import { describe, expect, it, jest } from '@jest/globals';
import { eventually } from '@foundnow/testing';
import fc from 'fast-check';
import type { DeliveredMessage } from '../message.ts';
import { type Delivery, KeyQueues } from './key-queues.ts';

const message = (key: string, seq: number) => ({ key, offset: String(seq) }) as DeliveredMessage;

/** Deliveries that write down what became of them. */
function told() {
  const done: string[] = [];
  const released: string[] = [];
  const delivery = (key: string, seq: number): Delivery => ({
    id: `${key}:${seq}`,
    message: message(key, seq),
    done: () => done.push(`${key}:${seq}`),
    release: () => released.push(`${key}:${seq}`),
  });
  return { done, released, delivery };
}

const nameOf = ({ key, offset }: DeliveredMessage) => `${key}:${offset}`;

describe('the queues of keys', () => {
  it('keep the order of each key, tell nothing as done before it is, and let no stuck key hold up another', async () => {
    const keys = ['a', 'b', 'c', 'stuck'];
    const one = fc.record({
      key: fc.constantFrom(...keys),
      fails: fc.integer({ min: 0, max: 2 }),
      twice: fc.boolean(),
    });
    const property = fc.asyncProperty(
      fc.array(one, { maxLength: 40 }),
      fc.integer({ min: 2, max: 4 }),
      async (all, most) => {
        jest.useFakeTimers();
        try {
          const { done, delivery } = told();
          const failures = new Map(all.map(({ key, fails }, seq) => [`${key}:${seq}`, fails]));
          const handled: string[] = [];
          let atOnce = 0;
          const queues = new KeyQueues(async (each) => {
            expect((atOnce += 1)).toBeLessThanOrEqual(most);
            expect(done).not.toContain(nameOf(each));
            if (each.key === 'stuck') await new Promise(() => undefined);
            await Promise.resolve();
            atOnce -= 1;
            const left = failures.get(nameOf(each)) ?? 0;
            failures.set(nameOf(each), left - 1);
            if (left > 0) throw new Error('not yet');
            handled.push(nameOf(each));
          }, most);
          for (const [seq, { key, twice }] of all.entries()) {
            queues.add(delivery(key, seq));
            if (twice) queues.add(delivery(key, seq));
          }
          await jest.advanceTimersByTimeAsync(60_000);
          const expected = all.map(({ key }, seq) => `${key}:${seq}`).filter((name) => !name.startsWith('stuck'));
          const ofKey = (names: readonly string[], key: string) => names.filter((name) => name.startsWith(`${key}:`));
          for (const key of ['a', 'b', 'c']) expect(ofKey(handled, key)).toEqual(ofKey(expected, key));
          expect(new Set(done)).toEqual(new Set(expected));
        } finally {
          jest.useRealTimers();
        }
      },
    );
    await fc.assert(property, { numRuns: 100 });
  });

  it('handle a message that came again while in hand once, and settle both deliveries', async () => {
    const { done, delivery } = told();
    const gate = Promise.withResolvers<void>();
    const handler = jest.fn(() => gate.promise);
    const queues = new KeyQueues(handler, 4);
    queues.add(delivery('a', 1));
    queues.add(delivery('a', 1));
    gate.resolve();
    await eventually(() => expect(done).toEqual(['a:1', 'a:1']));
    expect(handler).toHaveBeenCalledTimes(1);
  });

  it('give back at a stop what was not begun, and the rest of a key only behind what is under way', async () => {
    const { done, released, delivery } = told();
    const gate = Promise.withResolvers<void>();
    const queues = new KeyQueues(() => gate.promise, 1);
    for (const [key, seq] of [
      ['a', 0],
      ['a', 1],
      ['b', 0],
      ['b', 1],
    ] as const)
      queues.add(delivery(key, seq));
    const finished = queues.finish(10_000);
    queues.add(delivery('c', 0));
    expect(released).toEqual(['b:0', 'b:1', 'c:0']);
    gate.resolve();
    await finished;
    expect([done, released, queues.size]).toEqual([['a:0'], ['b:0', 'b:1', 'c:0', 'a:1'], 0]);
  });

  it('give back at once what waits for another try', async () => {
    const { released, delivery } = told();
    const handler = jest.fn(() => Promise.reject(new Error('no')));
    const queues = new KeyQueues(handler, 1);
    queues.add(delivery('a', 0));
    await eventually(() => expect(handler).toHaveBeenCalled());
    await queues.finish(10_000);
    expect(released).toEqual(['a:0']);
  });

  it('abort the signal when the grace of a stop is over', async () => {
    const { released, delivery } = told();
    const aborted = (signal: AbortSignal) =>
      new Promise<void>((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted'))));
    const queues = new KeyQueues((_, { signal }) => aborted(signal), 1);
    queues.add(delivery('a', 0));
    await queues.finish(1);
    expect(released).toEqual(['a:0']);
  });

  it('keep no order among messages without a key', async () => {
    const { done, delivery } = told();
    const gate = Promise.withResolvers<void>();
    const queues = new KeyQueues(async ({ offset }) => (offset === '0' ? gate.promise : undefined), 4);
    queues.add(delivery('', 0));
    queues.add(delivery('', 1));
    await eventually(() => expect(done).toEqual([':1']));
    gate.resolve();
    await queues.finish(1000);
  });
});
