import { promisify } from 'node:util';
import { constants, zstdCompress, zstdCompressSync, zstdDecompress, zstdDecompressSync } from 'node:zlib';
import { MOST_BYTES } from './growing-output.ts';

/** Up to here the way to another thread and back costs more than the work. */
const AT_ONCE_BYTES = 32 * 1024;
const FASTEST = { params: { [constants.ZSTD_c_compressionLevel]: 1 } };
const LIMIT = { maxOutputLength: MOST_BYTES };

const compress = promisify(zstdCompress);
const decompress = promisify(zstdDecompress);

export async function foldZstd(bytes: Buffer): Promise<Buffer> {
  return bytes.length <= AT_ONCE_BYTES ? zstdCompressSync(bytes, FASTEST) : compress(bytes, FASTEST);
}

export async function unfoldZstd(bytes: Buffer): Promise<Buffer> {
  return bytes.length <= AT_ONCE_BYTES ? zstdDecompressSync(bytes, LIMIT) : decompress(bytes, LIMIT);
}
