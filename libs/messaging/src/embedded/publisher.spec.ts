import { describe, expect, it } from '@jest/globals';
import { aMessage } from '../../test/sample-messages.ts';
import type { BusMessage } from '../message.ts';
import { Publisher } from './publisher.ts';

/** Appends when told to. */
class SlowAppender {
  readonly batches: (readonly BusMessage[])[] = [];
  private readonly gates: PromiseWithResolvers<void>[] = [];

  async append(batch: readonly BusMessage[]): Promise<string[]> {
    this.batches.push(batch);
    const gate = Promise.withResolvers<void>();
    this.gates.push(gate);
    await gate.promise;
    return ['t/0'];
  }

  async finish(index: number, error?: Error): Promise<void> {
    if (error) this.gates[index]?.reject(error);
    else this.gates[index]?.resolve();
    await new Promise((resolve) => setImmediate(resolve));
  }

  get sizes(): number[] {
    return this.batches.map((batch) => batch.length);
  }
}

const outcome = (publish: Promise<void>) =>
  publish.then(
    () => 'done',
    (error: unknown) => (error as Error).message,
  );

describe('the publisher', () => {
  const start = () => {
    const appender = new SlowAppender();
    const rung: string[] = [];
    return { appender, rung, publisher: new Publisher(appender, (slices) => rung.push(...slices), 2) };
  };

  it('sends calls that come while two are being written as one', async () => {
    const { appender, publisher, rung } = start();
    const calls = [1, 2, 3, 4].map(() => outcome(publisher.publish([aMessage('t', 'a'), aMessage('t', 'b')])));
    expect(appender.sizes).toEqual([2, 2]);
    await appender.finish(0);
    expect(appender.sizes).toEqual([2, 2, 4]);
    await appender.finish(1);
    await appender.finish(2);
    expect(await Promise.all(calls)).toEqual(['done', 'done', 'done', 'done']);
    expect(rung).toEqual(['t/0', 't/0', 't/0']);
  });

  it('writes calls one by one when the data of one of them is refused', async () => {
    const { appender, publisher } = start();
    const calls = [1, 2, 3, 4].map(() => outcome(publisher.publish([aMessage('t', 'a')])));
    await appender.finish(0);
    await appender.finish(1);
    await appender.finish(2, Object.assign(new Error('bad data'), { code: '22021' }));
    expect(appender.sizes).toEqual([1, 1, 2, 1]);
    await appender.finish(3, Object.assign(new Error('bad data'), { code: '22021' }));
    await appender.finish(4);
    expect(await Promise.all(calls)).toEqual(['done', 'done', 'bad data', 'done']);
  });

  it('fails all calls of a transaction when the database is away', async () => {
    const { appender, publisher } = start();
    const calls = [1, 2, 3, 4].map(() => outcome(publisher.publish([aMessage('t', 'a')])));
    for (const index of [0, 1, 2]) await appender.finish(index, new Error('away'));
    expect(await Promise.all(calls)).toEqual(['away', 'away', 'away', 'away']);
  });

  it('resolves an empty batch without writing', async () => {
    const { appender, publisher } = start();
    await publisher.publish([]);
    expect(appender.sizes).toEqual([]);
  });

  it('names every message that it refuses and writes none of the batch', async () => {
    const { appender, publisher } = start();
    const large = { ...aMessage('t', 'a'), value: new Uint8Array(1_000_000) };
    const nul = aMessage('t', 'a\0b');
    const refusal = publisher.publish([large, aMessage('t', 'ok'), nul]);
    await expect(refusal).rejects.toMatchObject({ name: 'MessagesRefused', refused: [large, nul] });
    expect(appender.sizes).toEqual([]);
  });
});
