import { describe, expect, it } from '@jest/globals';
import { KeyTurns } from './key-turns.ts';

describe('the turns of keys', () => {
  it('let work of one key wait for the work before it, and of another key for nothing', async () => {
    const turns = new KeyTurns();
    const order: string[] = [];
    const gate = Promise.withResolvers<void>();
    const first = turns.run('a', () => gate.promise.then(() => void order.push('a1')));
    const second = turns.run('a', async () => void order.push('a2'));
    await turns.run('b', async () => void order.push('b1'));
    gate.resolve();
    await Promise.all([first, second]);
    expect(order).toEqual(['b1', 'a1', 'a2']);
  });

  it('fail what waits behind a failure without beginning it, and begin afresh after that', async () => {
    const turns = new KeyTurns();
    const began: string[] = [];
    const work = (name: string, outcome: Promise<void>) => async () => {
      began.push(name);
      await outcome;
    };
    const gate = Promise.withResolvers<void>();
    const both = Promise.allSettled([
      turns.run('a', work('one', gate.promise)),
      turns.run('a', work('two', Promise.resolve())),
    ]);
    gate.reject(new Error('away'));
    expect((await both).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await turns.run('a', work('three', Promise.resolve()));
    expect(began).toEqual(['one', 'three']);
  });
});
