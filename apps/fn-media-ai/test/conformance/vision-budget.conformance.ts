import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { VisionBudget } from '../../src/use-cases/vision-budget.port.ts';

export interface BudgetHarness {
  readonly budget: VisionBudget;
  empty(): Promise<void>;
  stop(): Promise<void>;
}

/** What every budget keeps. */
export function describeVisionBudget(name: string, start: () => Promise<BudgetHarness>): void {
  describe(`${name} as the budget of vision`, () => {
    let harness: BudgetHarness;
    const of = (micros: number, provider = 'claude', day = '2026-03-01') => ({ day, provider, micros });
    beforeAll(async () => void (harness = await start()));
    beforeEach(() => harness.empty());
    afterAll(() => harness.stop());

    it('sets aside up to the limit, to the last millionth, and nothing beyond it', async () => {
      expect(await harness.budget.reserve(of(600), 1_000)).toBe(true);
      expect(await harness.budget.reserve(of(401), 1_000)).toBe(false);
      expect(await harness.budget.reserve(of(400), 1_000)).toBe(true);
      expect(await harness.budget.reserve(of(1), 1_000)).toBe(false);
      expect(await harness.budget.spentOn('2026-03-01')).toEqual(new Map([['claude', 1_000]]));
    });

    it('has one limit for all providers, and tells them apart', async () => {
      expect(await harness.budget.reserve(of(700), 1_000)).toBe(true);
      expect(await harness.budget.reserve(of(400, 'google-vision'), 1_000)).toBe(false);
      expect(await harness.budget.reserve(of(300, 'google-vision'), 1_000)).toBe(true);
      expect(Object.fromEntries(await harness.budget.spentOn('2026-03-01'))).toEqual({
        claude: 700,
        'google-vision': 300,
      });
    });

    it('puts the cost in the place of what was set aside, be it less or more', async () => {
      await harness.budget.reserve(of(500), 1_000);
      await harness.budget.settle(of(500), 120);
      await harness.budget.reserve(of(300), 1_000);
      await harness.budget.settle(of(300), 350);
      expect(await harness.budget.spentOn('2026-03-01')).toEqual(new Map([['claude', 470]]));
    });

    it('gives back all of what cost nothing', async () => {
      await harness.budget.reserve(of(1_000), 1_000);
      await harness.budget.settle(of(1_000), 0);
      expect(await harness.budget.reserve(of(1_000), 1_000)).toBe(true);
    });

    it('begins anew with each day, and settles into the day of the reservation', async () => {
      await harness.budget.reserve(of(1_000), 1_000);
      expect(await harness.budget.reserve(of(1_000, 'claude', '2026-03-02'), 1_000)).toBe(true);
      await harness.budget.settle(of(1_000), 100);
      expect(await harness.budget.spentOn('2026-03-01')).toEqual(new Map([['claude', 100]]));
      expect(await harness.budget.spentOn('2026-03-02')).toEqual(new Map([['claude', 1_000]]));
      expect((await harness.budget.spentOn('2026-03-03')).get('claude') ?? 0).toBe(0);
    });

    it('lets no more through than the limit when many ask at once', async () => {
      const asked = Array.from({ length: 40 }, (_, index) =>
        harness.budget.reserve(of(100, index % 2 === 0 ? 'claude' : 'google-vision'), 1_050),
      );
      expect((await Promise.all(asked)).filter(Boolean)).toHaveLength(10);
    });

    it('allows nothing that costs anything when the limit is zero', async () => {
      expect(await harness.budget.reserve(of(1), 0)).toBe(false);
      expect(await harness.budget.reserve(of(0), 0)).toBe(true);
    });
  });
}
