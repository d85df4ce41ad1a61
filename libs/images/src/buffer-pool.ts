/** Lets go of memory now rather than when the garbage collector comes round; Node frees it in its next turn. */
export function giveBack({ buffer }: Buffer): void {
  if (buffer instanceof ArrayBuffer) buffer.transfer(0);
}

/**
 * Large buffers that are used again. Allocating ten megabytes for each file and leaving them to the garbage collector was
 * measured to double the memory of the process.
 */
export class BufferPool {
  readonly #free: Buffer[] = [];

  constructor(private readonly usualBytes: number) {}

  take(length: number): Buffer {
    const index = this.#free.findIndex((each) => each.length >= length);
    const [whole = Buffer.allocUnsafeSlow(Math.max(length, this.usualBytes))] =
      index < 0 ? [] : this.#free.splice(index, 1);
    return whole.subarray(0, length);
  }

  give(part: Buffer): void {
    const whole = Buffer.from(part.buffer);
    if (whole.length === this.usualBytes) this.#free.push(whole);
  }

  clear(): void {
    this.#free.length = 0;
  }
}
