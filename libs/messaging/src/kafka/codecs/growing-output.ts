/** A batch has up to about a megabyte on the wire: what unfolds to more than this is an attack on memory. */
export const MOST_BYTES = 256 * 1024 * 1024;

/** Nobody is believed about more than this before it is there. */
const BELIEVED_BYTES = 4 * 1024 * 1024;

export class MalformedBatch extends Error {
  override readonly name = 'MalformedBatch';
}

/** What a decoder has written so far, from which it may copy again. */
export class GrowingOutput {
  private bytes: Buffer;
  private length = 0;

  constructor(expected: number) {
    this.bytes = Buffer.allocUnsafe(Math.min(Math.max(expected, 64), BELIEVED_BYTES));
  }

  append(source: Buffer, from: number, count: number): void {
    if (from + count > source.length) throw new MalformedBatch('The compressed bytes end too early');
    this.reserve(count);
    source.copy(this.bytes, this.length, from, from + count);
    this.length += count;
  }

  /** The copy may reach into what it writes itself: that is how runs are told. */
  repeat(distance: number, count: number): void {
    if (distance < 1 || distance > this.length) throw new MalformedBatch('A copy begins before the first byte');
    this.reserve(count);
    const { bytes, length } = this;
    if (distance >= count) bytes.copyWithin(length, length - distance, length - distance + count);
    else for (let at = length; at < length + count; at += 1) bytes[at] = bytes[at - distance] ?? 0;
    this.length += count;
  }

  finish(): Buffer {
    return this.bytes.subarray(0, this.length);
  }

  private reserve(count: number): void {
    const needed = this.length + count;
    if (needed <= this.bytes.length) return;
    if (needed > MOST_BYTES) throw new MalformedBatch(`The batch unfolds to more than ${MOST_BYTES} bytes`);
    const larger = Buffer.allocUnsafe(Math.min(MOST_BYTES, Math.max(needed, this.bytes.length * 2)));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}
