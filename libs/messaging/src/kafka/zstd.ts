import { promisify } from 'node:util';
import { constants, zstdCompress, zstdCompressSync, zstdDecompress, zstdDecompressSync } from 'node:zlib';
import kafkajs from 'kafkajs';

const { CompressionCodecs, CompressionTypes } = kafkajs;

/** A batch has up to about a megabyte on the wire: what unfolds to more than this is an attack on memory. */
const MOST_BYTES = 256 * 1024 * 1024;
/** Up to here the way to another thread and back costs more than the work. */
const AT_ONCE_BYTES = 32 * 1024;
const FASTEST = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

/** kafkajs knows the name of this codec and leaves the work to others. */
export function registerZstd(): void {
  CompressionCodecs[CompressionTypes.ZSTD] = () => ({
    async compress({ buffer }: { readonly buffer: Buffer }): Promise<Buffer> {
      return buffer.length <= AT_ONCE_BYTES ? zstdCompressSync(buffer, FASTEST) : compress(buffer, FASTEST);
    },
    async decompress(bytes: Buffer): Promise<Buffer> {
      const options = { maxOutputLength: MOST_BYTES };
      return bytes.length <= AT_ONCE_BYTES ? zstdDecompressSync(bytes, options) : decompress(bytes, options);
    },
  });
}
