import { afterAll, beforeAll, describe } from '@jest/globals';
import { describeListing } from './conformance/listing.ts';
import { describeObjects } from './conformance/objects.ts';
import { describeRefusedAddresses } from './conformance/refused-addresses.ts';
import { describeSignedUrls } from './conformance/signed-urls.ts';
import type { Capabilities, ObjectStoreHarness } from './object-store-harness.ts';

/** What every object store keeps. */
export function describeObjectStore(
  name: string,
  makeHarness: () => Promise<ObjectStoreHarness>,
  can: Capabilities,
): void {
  describe(`${name} as an object store`, () => {
    let harness: ObjectStoreHarness | undefined;
    const current = () => {
      if (harness === undefined) throw new Error('The harness is not started yet.');
      return harness;
    };
    beforeAll(async () => void (harness = await makeHarness()));
    afterAll(() => harness?.stop());
    describeObjects(() => current().store);
    describeListing(() => current().store);
    describeSignedUrls(() => current().store);
    if (can.checksAddresses) describeRefusedAddresses(current);
  });
}
