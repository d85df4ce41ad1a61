import { promisify } from 'node:util';
import { zstdCompress, zstdDecompress } from 'node:zlib';
import kafkajs from 'kafkajs';

const { CompressionCodecs, CompressionTypes } = kafkajs;

/** A batch has up to about a megabyte on the wire: what unfolds to more than this is an attack on memory. */
const MOST_BYTES = 256 * 1024 * 1024;

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** kafkajs knows the name of this codec and leaves the work to others. */
export function registerZstd(): void {
  CompressionCodecs[CompressionTypes.ZSTD] = () => ({
    compress: (encoder: { readonly buffer: Buffer }) => compress(encoder.buffer),
    decompress: (bytes: Buffer) => decompress(bytes, { maxOutputLength: MOST_BYTES }),
  });
}
