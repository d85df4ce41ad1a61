import { expect, it } from '@jest/globals';
import { RestartDelay } from './restart-delay.ts';

it('RestartDelay waits longer each time, half a minute at most, and forgets after a steady run', () => {
  const delay = new RestartDelay();
  const waits = Array.from({ length: 8 }, () => delay.after(1_000));
  expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
  expect([delay.after(60_000), delay.after(10)]).toEqual([500, 1_000]);
});
