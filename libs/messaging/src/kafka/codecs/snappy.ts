import { GrowingOutput, MalformedBatch } from './growing-output.ts';

/** The Java client puts blocks into a stream with this head; the C client writes one block alone. */
const STREAM = Buffer.from([0x82, 0x53, 0x4e, 0x41, 0x50, 0x50, 0x59, 0x00]);
const STREAM_HEAD_BYTES = 16;

/** Unfolds Snappy, as Kafka's clients write it. */
export function unfoldSnappy(bytes: Buffer): Buffer {
  if (!bytes.subarray(0, STREAM.length).equals(STREAM)) return unfoldBlock(bytes);
  const blocks: Buffer[] = [];
  for (let at = STREAM_HEAD_BYTES; at < bytes.length;) {
    if (at + 4 > bytes.length) throw new MalformedBatch('The compressed bytes end too early');
    const size = bytes.readUInt32BE(at);
    blocks.push(unfoldBlock(bytes.subarray(at + 4, at + 4 + size)));
    at += 4 + size;
  }
  return Buffer.concat(blocks);
}

function unfoldBlock(block: Buffer): Buffer {
  let at = 0;
  /** Little-endian, of so many bytes. */
  const number = (count: number): number => {
    if (at + count > block.length) throw new MalformedBatch('The compressed bytes end too early');
    const value = block.readUIntLE(at, count);
    at += count;
    return value;
  };
  let size = 0;
  for (let shift = 0, more = true; more; shift += 7) {
    if (shift > 28) throw new MalformedBatch('The length of a Snappy block is no number');
    const byte = number(1);
    size += (byte & 0x7f) * 2 ** shift;
    more = byte > 0x7f;
  }
  const output = new GrowingOutput(size);
  while (at < block.length) {
    const tag = number(1);
    const upper = tag >>> 2;
    const kind = tag & 3;
    if (kind === 0) {
      const count = (upper < 60 ? upper : number(upper - 59)) + 1;
      output.append(block, at, count);
      at += count;
    } else if (kind === 1) output.repeat(((tag >>> 5) << 8) | number(1), (upper & 7) + 4);
    else output.repeat(number(kind === 2 ? 2 : 4), upper + 1);
  }
  const unfolded = output.finish();
  if (unfolded.length !== size) throw new MalformedBatch('A Snappy block is not as long as it says');
  return unfolded;
}
