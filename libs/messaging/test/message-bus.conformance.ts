import { afterAll, afterEach, beforeAll, describe } from '@jest/globals';
import { BusBench, type BusHarness, type BusTraits } from './bus-harness.ts';
import { describeDelivery } from './delivery.conformance.ts';
import { describeFailures } from './failure.conformance.ts';
import { describeLog } from './log.conformance.ts';
import { describeRedrive, describeReplay } from './replay.conformance.ts';
import { describeSharing } from './sharing.conformance.ts';

/** What every transport must do, the same body for all. */
export function describeMessageBus(name: string, traits: BusTraits, start: () => Promise<BusHarness>): void {
  describe(`${name} as a message bus`, () => {
    let bench: BusBench;
    beforeAll(async () => {
      bench = new BusBench(await start(), traits);
    }, 120_000);
    afterEach(() => bench.closeBuses(), 60_000);
    afterAll(() => bench.harness.close(), 120_000);

    describe('delivery', () => {
      describeDelivery(() => bench);
    });
    describe('the log', () => {
      describeLog(() => bench, traits);
    });
    describe('sharing', () => {
      describeSharing(() => bench, traits);
    });
    describe('failures', () => {
      describeFailures(() => bench);
    });
    describe('replay and redrive', () => {
      describeReplay(() => bench, traits);
      describeRedrive(() => bench);
    });
  });
}
