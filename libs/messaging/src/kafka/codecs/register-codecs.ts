import kafkajs from 'kafkajs';
import { unfoldLz4 } from './lz4.ts';
import { unfoldSnappy } from './snappy.ts';
import { foldZstd, unfoldZstd } from './zstd.ts';

const { CompressionCodecs, CompressionTypes } = kafkajs;

/**
 * kafkajs knows the names of these codecs and leaves the work to others. A consumer that cannot unfold one batch can
 * never go on behind it: so whatever a foreign client chooses is read. We write zstd.
 */
export function registerCodecs(): void {
  CompressionCodecs[CompressionTypes.ZSTD] = () => ({
    compress: ({ buffer }: { readonly buffer: Buffer }) => foldZstd(buffer),
    decompress: unfoldZstd,
  });
  CompressionCodecs[CompressionTypes.LZ4] = () => ({ decompress: async (bytes: Buffer) => unfoldLz4(bytes) });
  CompressionCodecs[CompressionTypes.Snappy] = () => ({ decompress: async (bytes: Buffer) => unfoldSnappy(bytes) });
}
