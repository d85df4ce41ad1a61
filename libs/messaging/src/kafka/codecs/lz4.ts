import { GrowingOutput, MalformedBatch } from './growing-output.ts';

const MAGIC = 0x184d2204;
const STORED = 0x80000000;
const LEAST_MATCH = 4;
const FLAG = { contentSize: 0x08, dictionary: 0x01, blockChecksum: 0x10 };

/** Unfolds LZ4 frames, as Kafka's clients write them. Checksums are left to the transport. */
export function unfoldLz4(bytes: Buffer): Buffer {
  if (bytes.length < 7 || bytes.readUInt32LE(0) !== MAGIC) throw new MalformedBatch('This is no LZ4 frame');
  const flags = bytes.readUInt8(4);
  let at = 7 + (flags & FLAG.contentSize ? 8 : 0) + (flags & FLAG.dictionary ? 4 : 0);
  const output = new GrowingOutput(bytes.length * 4);
  for (;;) {
    const size = wordAt(bytes, at);
    at += 4;
    if (size === 0) return output.finish();
    const length = size & ~STORED;
    if (size & STORED) output.append(bytes, at, length);
    else unfoldBlock(bytes.subarray(at, at + length), output);
    at += length + (flags & FLAG.blockChecksum ? 4 : 0);
  }
}

function unfoldBlock(block: Buffer, output: GrowingOutput): void {
  let at = 0;
  const length = (nibble: number): number => {
    let total = nibble;
    for (let more = nibble === 15 ? 255 : 0; more === 255; total += more) {
      more = byteAt(block, at);
      at += 1;
    }
    return total;
  };
  while (at < block.length) {
    const token = byteAt(block, at);
    at += 1;
    const literals = length(token >>> 4);
    output.append(block, at, literals);
    at += literals;
    if (at >= block.length) return;
    const distance = byteAt(block, at) | (byteAt(block, at + 1) << 8);
    at += 2;
    output.repeat(distance, length(token & 15) + LEAST_MATCH);
  }
}

function byteAt(bytes: Buffer, at: number): number {
  const byte = bytes[at];
  if (byte === undefined) throw new MalformedBatch('The compressed bytes end too early');
  return byte;
}

function wordAt(bytes: Buffer, at: number): number {
  if (at + 4 > bytes.length) throw new MalformedBatch('The compressed bytes end too early');
  return bytes.readInt32LE(at);
}
