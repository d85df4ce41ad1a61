import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MalformedBatch, MOST_BYTES } from './growing-output.ts';
import { unfoldLz4 } from './lz4.ts';
import { unfoldSnappy } from './snappy.ts';
import { foldZstd, unfoldZstd } from './zstd.ts';

const TEXT = `lost: one umbrella, one umbrella, one umbrella; found: one umbrella. ${'a'.repeat(36)}`;
/** Written by the Java client of Kafka 4.3, and by the Snappy library that it uses. */
const FOLDED = {
  lz4: '04224d186040822f000000ff046c6f73743a206f6e6520756d6272656c6c612c0e00087a3b20666f756e6431003f2e206101000b50616161616100000000',
  stream:
    '82534e415050590000000001000000010000002a69486c6f73743a206f6e6520756d6272656c6c612c6a0e00183b20666f756e64363100082e20618a0100',
  block: '69486c6f73743a206f6e6520756d6272656c6c612c6a0e00183b20666f756e64363100082e20618a0100',
};
const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');
const READERS = [
  ['LZ4', unfoldLz4, FOLDED.lz4],
  ['a Snappy stream', unfoldSnappy, FOLDED.stream],
  ['a Snappy block', unfoldSnappy, FOLDED.block],
] as const;

describe('the codecs of Kafka', () => {
  it.each(READERS)('unfold %s of another client', (_, unfold, folded) => {
    expect(unfold(bytes(folded)).toString()).toBe(TEXT);
  });

  it.each(READERS)('end with an error, and soon, when %s is cut or garbled', (_, unfold, folded) => {
    const whole = bytes(folded);
    const garbled = fc.oneof(
      fc.nat(whole.length - 1).map((length) => whole.subarray(0, length)),
      fc.tuple(fc.nat(whole.length - 1), fc.nat(255)).map(([at, byte]) => {
        const copy = Buffer.from(whole);
        copy[at] = byte;
        return copy;
      }),
      fc.uint8Array({ maxLength: 60 }).map((noise) => Buffer.concat([whole.subarray(0, 8), noise])),
    );
    const outcome = (input: Buffer): string => {
      try {
        return unfold(input).length < 1_000_000 ? 'unfolded' : 'grown';
      } catch (error) {
        return error instanceof MalformedBatch ? 'refused' : String(error);
      }
    };
    fc.assert(fc.property(garbled, (input) => expect(['unfolded', 'refused']).toContain(outcome(input))));
  });

  it('take no more memory than a batch may need, whatever it claims', () => {
    const claims = Buffer.concat([Buffer.from([0xff, 0xff, 0xff, 0xff, 0x0f]), Buffer.from([0x00, 0x61])]);
    expect(() => unfoldSnappy(claims)).toThrow(MalformedBatch);
    const run = Buffer.concat([bytes('04224d1860408200000001'), Buffer.alloc(1_100_000, 0xff)]);
    expect(() => unfoldLz4(run)).toThrow(MalformedBatch);
    expect(MOST_BYTES).toBeLessThan(2 ** 30);
  });

  it.each([10, 10_000, 300_000])('fold %i bytes by zstd so that they come back', async (length) => {
    const source = Buffer.from('0123456789'.repeat(length / 10));
    const folded = await foldZstd(source);
    expect(folded.length).toBeLessThan(length + 20);
    expect((await unfoldZstd(folded)).equals(source)).toBe(true);
  });
});
