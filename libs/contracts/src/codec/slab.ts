import { UUID_CHARACTERS, UUID_LENGTH, UUID_SHAPE } from './uuid-text.ts';

const START_BYTES = 64 * 1024;
const KEEP_BYTES = 1024 * 1024;
const EXACT_WHEN_DOUBLED = 2 ** 52;

/** Node's own encoder into a range; `write` checks its arguments first. */
interface RangeEncoder {
  utf8Write(text: string, start: number, length: number): number;
}

type Bytes = Buffer & RangeEncoder;

function allocate(size: number): Bytes {
  return Buffer.allocUnsafeSlow(size) as Bytes;
}

/** Thrown by generated writers; whoever catches it asks `explain` what is wrong. */
export const INVALID = new Error('the payload does not fit its schema');

/** A buffer that is written again and again and grows when it must; `take` hands out a copy. */
export class Slab {
  #buffer = allocate(START_BYTES);
  #at = 0;

  take(): Buffer {
    const bytes = Buffer.allocUnsafe(this.#at);
    this.#buffer.copy(bytes, 0, 0, this.#at);
    if (this.#buffer.length > KEEP_BYTES) this.#buffer = allocate(START_BYTES);
    return bytes;
  }

  reset(): void {
    this.#at = 0;
  }

  /** A number below 128 that is already zigzag. */
  byte(value: number): void {
    if (this.#at === this.#buffer.length) this.#grow(1);
    this.#buffer[this.#at++] = value;
  }

  /** Zigzag varint. `n` is a safe integer. */
  long(n: number): void {
    if (this.#at + 10 > this.#buffer.length) this.#grow(10);
    const buffer = this.#buffer;
    if (n >= -0x4000_0000 && n < 0x4000_0000) {
      let bits = ((n << 1) ^ (n >> 31)) >>> 0;
      while (bits > 0x7f) {
        buffer[this.#at++] = (bits & 0x7f) | 0x80;
        bits >>>= 7;
      }
      buffer[this.#at++] = bits;
      return;
    }
    if (n > EXACT_WHEN_DOUBLED || n < -EXACT_WHEN_DOUBLED) return this.#longest(BigInt(n));
    let rest = n < 0 ? n * -2 - 1 : n * 2;
    while (rest > 0x7f) {
      buffer[this.#at++] = (rest & 0x7f) | 0x80;
      rest = Math.floor(rest / 128);
    }
    buffer[this.#at++] = rest;
  }

  #longest(n: bigint): void {
    let rest = BigInt.asUintN(64, (n << 1n) ^ (n >> 63n));
    while (rest > 0x7fn) {
      this.#buffer[this.#at++] = Number(rest & 0x7fn) | 0x80;
      rest >>= 7n;
    }
    this.#buffer[this.#at++] = Number(rest);
  }

  boolean(value: boolean): void {
    this.byte(value ? 1 : 0);
  }

  double(value: number): void {
    if (this.#at + 8 > this.#buffer.length) this.#grow(8);
    this.#at = this.#buffer.writeDoubleLE(value, this.#at);
  }

  float(value: number): void {
    if (this.#at + 4 > this.#buffer.length) this.#grow(4);
    this.#at = this.#buffer.writeFloatLE(value, this.#at);
  }

  string(text: string): void {
    const length = text.length;
    if (this.#at + length * 3 + 5 > this.#buffer.length) this.#grow(length * 3 + 5);
    if (length < 64 && this.#ascii(text)) return;
    // Where the text starts depends on how long its length is written; right at once unless it is far from ASCII.
    const head = this.#at;
    const guess = lengthBytes(length);
    const bytes = this.#buffer.utf8Write(text, head + guess, length * 3);
    const needed = lengthBytes(bytes);
    if (needed !== guess) this.#buffer.copyWithin(head + needed, head + guess, head + guess + bytes);
    this.long(bytes);
    this.#at = head + needed + bytes;
  }

  /** Checks while it writes. False for what is no UUID; then the payload has to be given up. */
  uuid(text: string): boolean {
    if (text.length !== UUID_LENGTH) return false;
    if (this.#at + UUID_LENGTH + 1 > this.#buffer.length) this.#grow(UUID_LENGTH + 1);
    const buffer = this.#buffer;
    const start = this.#at + 1;
    for (let i = 0; i < UUID_LENGTH; i++) {
      const code = text.charCodeAt(i);
      if (UUID_CHARACTERS[code] !== UUID_SHAPE[i]) return false;
      buffer[start + i] = code;
    }
    buffer[this.#at] = UUID_LENGTH << 1;
    this.#at = start + UUID_LENGTH;
    return true;
  }

  /** Short text is mostly ids and words: a loop beats the call into the runtime. False leaves all as it was. */
  #ascii(text: string): boolean {
    const buffer = this.#buffer;
    const length = text.length;
    const start = this.#at + 1;
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(i);
      if (code > 0x7f) return false;
      buffer[start + i] = code;
    }
    buffer[this.#at] = length << 1;
    this.#at = start + length;
    return true;
  }

  #grow(bytes: number): void {
    const larger = allocate(Math.max(this.#buffer.length * 2, this.#at + bytes));
    this.#buffer.copy(larger, 0, 0, this.#at);
    this.#buffer = larger;
  }
}

function lengthBytes(length: number): number {
  if (length < 0x40) return 1;
  if (length < 0x2000) return 2;
  if (length < 0x10_0000) return 3;
  return length < 0x800_0000 ? 4 : 5;
}
