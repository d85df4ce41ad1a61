import type { Readable } from 'node:stream';

export class Exactly {
  readonly #chunks: AsyncIterator<Buffer>;
  #held: Buffer = Buffer.alloc(0);

  constructor(from: Readable) {
    this.#chunks = (from as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  }

  /** Nothing when the stream ends before. */
  async next(length: number, room = (bytes: number): Buffer => Buffer.alloc(bytes)): Promise<Buffer | undefined> {
    const whole = room(length);
    let filled = 0;
    while (filled < length) {
      if (this.#held.length === 0) {
        const { value } = (await this.#chunks.next()) as IteratorResult<Buffer, undefined>;
        if (value === undefined) return undefined;
        this.#held = value;
      }
      const taken = this.#held.copy(whole, filled);
      this.#held = this.#held.subarray(taken);
      filled += taken;
    }
    return whole;
  }
}
