import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Vigil } from './vigil.ts';

const timings = { sessionMs: 6000, heartbeatMs: 1000, rebalanceMs: 10_000, requestMs: 5000 };

describe('the vigil over a membership', () => {
  let heard: string[];
  let vigil: Vigil;
  const told = (name: string) => () => void heard.push(name);
  beforeEach(() => {
    jest.useFakeTimers();
    heard = [];
    const events = { late: () => undefined, unsure: told('unsure'), lost: told('lost'), sure: told('sure') };
    vigil = new Vigil(timings, { ...events, stuck: told('stuck') });
    vigil.begin();
  });
  afterEach(() => {
    vigil.end();
    jest.useRealTimers();
  });

  const beat = (seconds: number): void => {
    for (let second = 0; second < seconds; second += 1) {
      jest.advanceTimersByTime(1000);
      vigil.moved();
      vigil.beaten();
    }
  };

  it('is sure as long as there are heartbeats', () => {
    vigil.joined();
    beat(60);
    expect(heard).toEqual(['sure']);
  });

  it('lets nothing new begin when the session is two thirds over, and gives all up when it is', () => {
    vigil.joined();
    jest.advanceTimersByTime(4000);
    expect(heard).toEqual(['sure']);
    jest.advanceTimersByTime(500);
    expect(heard).toEqual(['sure', 'unsure']);
    jest.advanceTimersByTime(2000);
    expect(heard).toEqual(['sure', 'unsure', 'lost']);
  });

  it('is sure again with the next heartbeat, whatever it thought before', () => {
    vigil.joined();
    jest.advanceTimersByTime(4500);
    beat(1);
    jest.advanceTimersByTime(7000);
    beat(1);
    expect(heard).toEqual(['sure', 'unsure', 'sure', 'unsure', 'lost', 'sure']);
  });

  it('does not trust an old answer, and is not fresh before anybody has looked', () => {
    vigil.joined();
    // The process stands still: no timer speaks.
    vigil.end();
    jest.advanceTimersByTime(7000);
    expect([vigil.isFresh, heard]).toEqual([false, ['sure']]);
    vigil.beaten(6500);
    expect([vigil.isFresh, heard]).toEqual([false, ['sure']]);
    vigil.beaten(10);
    expect([vigil.isFresh, heard]).toEqual([true, ['sure', 'unsure', 'sure']]);
  });

  it('waits for a rebalance as long as the group does, and takes no heartbeat for its end', () => {
    vigil.joined();
    vigil.rejoining();
    jest.advanceTimersByTime(9000);
    vigil.beaten();
    expect(heard).toEqual(['sure', 'unsure']);
    vigil.joined();
    expect(heard).toEqual(['sure', 'unsure', 'sure']);
  });

  it('counts on from the last sign while there is no consumer', () => {
    vigil.joined();
    jest.advanceTimersByTime(3000);
    vigil.alone();
    expect(heard).toEqual(['sure', 'unsure']);
    jest.advanceTimersByTime(3500);
    expect(heard).toEqual(['sure', 'unsure', 'lost']);
  });

  it('notices when kafkajs stands still, though heartbeats go on', () => {
    vigil.joined();
    for (let second = 0; second < 23; second += 1) {
      jest.advanceTimersByTime(1000);
      vigil.beaten();
    }
    expect(heard).toEqual(['sure', 'stuck']);
  });
});
