import { describe, expect, it } from '@jest/globals';
import { processorMs } from './processor-time.ts';

const work = () => void Array.from({ length: 100_000 }, (_each, n) => `${n}`).toSorted();
const standStill = () => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);

describe('the processor time of a piece of work', () => {
  it('counts what it does, and not what it stands still for', () => {
    expect(processorMs(work)).toBeGreaterThan(1);
    expect(processorMs(standStill)).toBeLessThan(150);
  });
});
