import { describe, expect, it } from '@jest/globals';
import { eventually } from '@foundnow/testing';
import { SilentBrokers } from './silent-brokers.ts';

describe('SilentBrokers', () => {
  it('spares a broker that did not answer, until its rest is over', async () => {
    const silent = new SilentBrokers(['a:1', 'b:1'], 30);
    silent.add('a:1');
    expect([silent.has('a:1'), silent.has('b:1')]).toEqual([true, false]);
    await eventually(() => !silent.has('a:1'));
  });

  it('tells everybody who may wait for it, at once', () => {
    const silent = new SilentBrokers(['a:1', 'b:1'], 60_000);
    const told: string[] = [];
    silent.listeners.add((broker) => told.push(broker));
    silent.add('b:1');
    expect(told).toEqual(['b:1']);
  });

  it('spares nobody when nobody else is left to ask', () => {
    const silent = new SilentBrokers(['a:1', 'b:1'], 60_000);
    silent.add('a:1');
    silent.add('b:1');
    expect([silent.has('a:1'), silent.has('b:1')]).toEqual([false, false]);
    const only = new SilentBrokers(['a:1'], 60_000);
    only.add('a:1');
    expect(only.has('a:1')).toBe(false);
  });
});
