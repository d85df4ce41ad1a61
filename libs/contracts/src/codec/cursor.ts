import { UUID_CHARACTERS, UUID_LENGTH, UUID_SHAPE } from './uuid-text.ts';

/** Thrown by generated readers. Carries no bytes. */
export class BrokenBytes extends Error {
  override readonly name = 'BrokenBytes';
}

const MAX_MILLIS = 8_640_000_000_000_000;

/** Node's own decoders of a range; `toString` checks its arguments again on each of many short texts. */
interface RangeDecoder {
  latin1Slice(start: number, end: number): string;
  utf8Slice(start: number, end: number): string;
}

/** Reads Avro primitives. Never past the end, never more work than there are bytes. */
export class Cursor {
  readonly #buffer: Buffer & RangeDecoder;
  #at: number;

  constructor(buffer: Buffer, start: number) {
    this.#buffer = buffer as Buffer & RangeDecoder;
    this.#at = start;
  }

  end(): void {
    if (this.#at !== this.#buffer.length) throw new BrokenBytes('bytes are left over');
  }

  byte(): number {
    if (this.#at >= this.#buffer.length) throw new BrokenBytes('the bytes end too early');
    return this.#buffer[this.#at++] as number;
  }

  long(): number {
    const first = this.byte();
    if (first < 0x80) return (first >>> 1) ^ -(first & 1);
    let low = first & 0x7f;
    let shift = 7;
    let next: number;
    do {
      next = this.byte();
      low |= (next & 0x7f) << shift;
      shift += 7;
    } while (next >= 0x80 && shift < 28);
    if (next < 0x80) return (low >>> 1) ^ -(low & 1);
    // The sign is the lowest bit; without it the rest is exact up to 2^53.
    let half = low >>> 1;
    let scale = 2 ** 27;
    do {
      if (scale > 2 ** 62) throw new BrokenBytes('a number is written longer than 64 bits');
      next = this.byte();
      half += (next & 0x7f) * scale;
      scale *= 128;
    } while (next >= 0x80);
    const value = first & 1 ? -half - 1 : half;
    if (!Number.isSafeInteger(half) || !Number.isSafeInteger(value)) throw new BrokenBytes('a number is above 2^53');
    return value;
  }

  int(): number {
    const value = this.long();
    if (value !== (value | 0)) throw new BrokenBytes('a number is above 32 bits');
    return value;
  }

  time(): number {
    const value = this.long();
    if (value > MAX_MILLIS || value < -MAX_MILLIS) throw new BrokenBytes('a time is out of range');
    return value;
  }

  boolean(): boolean {
    const value = this.byte();
    if (value > 1) throw new BrokenBytes('a boolean is neither 0 nor 1');
    return value === 1;
  }

  double(): number {
    const start = this.#skip(8);
    return finite(this.#buffer.readDoubleLE(start));
  }

  float(): number {
    const start = this.#skip(4);
    return finite(this.#buffer.readFloatLE(start));
  }

  string(): string {
    const length = this.long();
    const start = this.#skip(length);
    return this.#buffer.utf8Slice(start, start + length);
  }

  uuid(): string {
    if (this.long() !== UUID_LENGTH) throw new BrokenBytes('an id is no UUID');
    const start = this.#skip(UUID_LENGTH);
    const buffer = this.#buffer;
    for (let i = 0; i < UUID_LENGTH; i++) {
      if (UUID_CHARACTERS[buffer[start + i] as number] !== UUID_SHAPE[i]) throw new BrokenBytes('an id is no UUID');
    }
    return buffer.latin1Slice(start, start + UUID_LENGTH);
  }

  /** True when the value of `["null", T]` follows. */
  present(): boolean {
    const branch = this.long();
    if (branch !== 0 && branch !== 1) throw new BrokenBytes('a union has no such branch');
    return branch === 1;
  }

  /** Items in the next block of an array; 0 ends it. Each item takes a byte at least, so a wild count fails here. */
  block(): number {
    let count = this.long();
    if (count < 0) {
      count = -count;
      this.long();
    }
    if (count > this.#buffer.length - this.#at)
      throw new BrokenBytes('an array claims more items than there are bytes');
    return count;
  }

  #skip(length: number): number {
    const start = this.#at;
    if (length < 0 || length > this.#buffer.length - start) throw new BrokenBytes('the bytes end too early');
    this.#at = start + length;
    return start;
  }
}

function finite(value: number): number {
  if (!Number.isFinite(value)) throw new BrokenBytes('a number is not finite');
  return value;
}
