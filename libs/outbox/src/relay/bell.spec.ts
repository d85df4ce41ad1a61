import { describe, expect, it } from '@jest/globals';
import { Bell } from './bell.ts';

describe('Bell', () => {
  it('ends a wait, also when it rang before the wait began, and then once', async () => {
    const bell = new Bell();
    const waiting = bell.wait(60_000);
    bell.ring();
    await waiting;

    bell.ring();
    bell.ring();
    await bell.wait(60_000);

    const start = performance.now();
    await bell.wait(30);
    expect(performance.now() - start).toBeGreaterThan(20);
  });
});
