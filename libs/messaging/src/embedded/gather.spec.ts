import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Gather } from './gather.ts';

describe('gathering', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('lets the first call through at once, and what follows closely as one', () => {
    const run = jest.fn();
    const gather = new Gather(4, run);
    gather.call();
    expect(run).toHaveBeenCalledTimes(1);
    gather.call();
    gather.call();
    expect(run).toHaveBeenCalledTimes(1);
    jest.advanceTimersByTime(4);
    expect(run).toHaveBeenCalledTimes(2);
    jest.advanceTimersByTime(100);
    gather.call();
    expect(run).toHaveBeenCalledTimes(3);
  });
});
