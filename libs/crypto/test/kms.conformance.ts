import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DomainError } from '@foundnow/kernel';
import fc from 'fast-check';
import type { KmsPort } from '../src/index.ts';

export interface KmsHarness {
  /** A fresh adapter over the same keeper. */
  open(): Promise<KmsPort>;
  stop(): Promise<void>;
}

/** What every KMS adapter keeps. */
export function describeKms(name: string, makeHarness: () => Promise<KmsHarness>): void {
  describe(`${name} as a KMS`, () => {
    let harness: KmsHarness;
    let kms: KmsPort;
    beforeAll(async () => {
      harness = await makeHarness();
      kms = await harness.open();
    });
    afterAll(() => harness.stop());

    it('gives back the key that was wrapped, under the same context', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.uint8Array({ minLength: 1, maxLength: 64 }),
          fc.string({ unit: 'grapheme' }),
          async (key, context) => {
            expect(Buffer.from(await kms.unwrap(await kms.wrap(key, context), context))).toEqual(Buffer.from(key));
          },
        ),
        { numRuns: 25 },
      );
    });

    it('unwraps after a restart', async () => {
      const wrapped = await kms.wrap(Buffer.from('key of a person'), 'p1');
      expect(Buffer.from(await (await harness.open()).unwrap(wrapped, 'p1')).toString()).toBe('key of a person');
    });

    it('never wraps one key to the same bytes twice, and never shows it in them', async () => {
      const key = randomBytes(32);
      const [one, two] = [await kms.wrap(key, 'p1'), await kms.wrap(key, 'p1')];
      expect(Buffer.from(one).equals(two)).toBe(false);
      expect(Buffer.from(one).includes(key)).toBe(false);
    });

    it('refuses another context for good', async () => {
      const wrapped = await kms.wrap(randomBytes(32), 'p1');
      await expect(kms.unwrap(wrapped, 'p2')).rejects.toMatchObject({ code: 'kms.refused', kind: 'internal' });
    });

    it('refuses wrapped keys of which any byte was changed, or that were cut', async () => {
      const wrapped = Buffer.from(await kms.wrap(Buffer.from('very secret key!'), 'p1'));
      await fc.assert(
        fc.asyncProperty(fc.nat(wrapped.length - 1), fc.integer({ min: 1, max: 255 }), async (at, flip) => {
          const changed = Buffer.from(wrapped);
          changed[at] = changed[at]! ^ flip;
          await expectRefused(kms.unwrap(changed, 'p1'));
          await expectRefused(kms.unwrap(wrapped.subarray(0, at), 'p1'));
        }),
        { numRuns: 40 },
      );
    });
  });
}

async function expectRefused(work: Promise<unknown>): Promise<void> {
  const error: unknown = await work.then(
    () => 'unwrapped',
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(DomainError);
  expect(String((error as Error).stack)).not.toContain('very secret');
}
