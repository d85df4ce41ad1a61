import { beforeEach, describe, expect, it } from '@jest/globals';
import { Breaker, type BreakerState, type Pass } from './breaker.ts';

describe('the breaker', () => {
  let now: number;
  let changes: BreakerState[];
  let breaker: Breaker;
  const pass = (): Pass => breaker.admit(now)!;
  const fail = (times = 1) => {
    for (let count = 0; count < times; count += 1) breaker.failed(pass(), now);
  };
  const opened = () => {
    fail(5);
    changes.length = 0;
  };
  beforeEach(() => {
    now = 1_000_000;
    changes = [];
    breaker = new Breaker(undefined, (state) => void changes.push(state));
  });

  it('opens with the fifth failure in a row, not with the fourth', () => {
    fail(4);
    expect(breaker.stateAt(now)).toBe('closed');
    fail();
    expect(breaker.admit(now)).toBeUndefined();
    expect(changes).toEqual(['open']);
  });

  it('counts failures in a row only: a success in between begins anew', () => {
    fail(4);
    breaker.succeeded(pass());
    fail(4);
    expect(breaker.stateAt(now)).toBe('closed');
  });

  it('counts failures of the last 60 seconds only', () => {
    fail();
    now += 59_999;
    fail(3);
    now += 1;
    fail();
    expect(breaker.stateAt(now)).toBe('closed');
    fail();
    expect(breaker.stateAt(now)).toBe('open');
  });

  it('opens when five failures fit into 60 seconds to the millisecond', () => {
    fail();
    now += 59_999;
    fail(4);
    expect(breaker.stateAt(now)).toBe('open');
  });

  it('stays open for 30 seconds, then lets one probe through at a time', () => {
    opened();
    now += 29_999;
    expect(breaker.admit(now)).toBeUndefined();
    now += 1;
    const probe = pass();
    expect(changes).toEqual(['half-open']);
    expect(breaker.admit(now)).toBeUndefined();
    expect(breaker.admit(now + 1_000_000)).toBeUndefined();
    breaker.succeeded(probe);
    expect(breaker.admit(now)).toBeDefined();
    expect(breaker.admit(now)).toBeUndefined();
  });

  it('closes after two probes that went well, and has forgotten the failures before', () => {
    opened();
    now += 30_000;
    breaker.succeeded(pass());
    expect(breaker.stateAt(now)).toBe('half-open');
    breaker.succeeded(pass());
    expect(changes).toEqual(['half-open', 'closed']);
    fail(4);
    expect(breaker.stateAt(now)).toBe('closed');
  });

  it.each([0, 1])('opens again for 30 seconds when a probe fails after %i that went well', (wentWell) => {
    opened();
    now += 30_000;
    for (let count = 0; count < wentWell; count += 1) breaker.succeeded(pass());
    fail();
    expect(changes).toEqual(['half-open', 'open']);
    now += 29_999;
    expect(breaker.admit(now)).toBeUndefined();
    now += 1;
    breaker.succeeded(pass());
    expect(breaker.stateAt(now)).toBe('half-open');
  });

  it('lets the next probe through when one came to no call', () => {
    opened();
    now += 30_000;
    breaker.withdrawn(pass());
    expect(breaker.stateAt(now)).toBe('half-open');
    breaker.succeeded(pass());
    breaker.succeeded(pass());
    expect(breaker.stateAt(now)).toBe('closed');
  });

  it('learns nothing from calls that began before it changed', () => {
    const early = [pass(), pass(), pass()];
    opened();
    breaker.failed(early[0]!, now + 20_000);
    now += 30_000;
    const probe = pass();
    breaker.succeeded(early[1]!);
    breaker.failed(early[2]!, now);
    expect(breaker.stateAt(now)).toBe('half-open');
    expect(breaker.admit(now)).toBeUndefined();
    breaker.succeeded(probe);
    breaker.succeeded(pass());
    expect(breaker.stateAt(now)).toBe('closed');
  });
});
