import { FakeClock } from '@foundnow/testing';
import { describeVisionBudget } from '../conformance/vision-budget.conformance.ts';
import { describeVisionCache } from '../conformance/vision-cache.conformance.ts';
import { MemoryVisionBudget } from './memory-vision-budget.ts';
import { MemoryVisionCache } from './memory-vision-cache.ts';

const stop = async () => undefined;

describeVisionBudget('a budget in memory', async () => {
  let inner = new MemoryVisionBudget();
  return {
    budget: {
      reserve: (reservation, limit) => inner.reserve(reservation, limit),
      settle: (reservation, cost) => inner.settle(reservation, cost),
      spentOn: (day) => inner.spentOn(day),
    },
    empty: async () => void (inner = new MemoryVisionBudget()),
    stop,
  };
});

describeVisionCache('a cache in memory', async () => {
  const clock = new FakeClock();
  return { cache: new MemoryVisionCache(clock), clock, postId: 'post', stop };
});
