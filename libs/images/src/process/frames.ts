import type { Readable, Writable } from 'node:stream';

export interface Frame<Header> {
  readonly header: Header;
  readonly body: Buffer;
}

const PREFIX_BYTES = 8;

/** Sends a header and what goes with it; the parts are written as they are, never joined in memory. */
export function sendFrame(to: Writable, header: object, parts: readonly Buffer[] = []): void {
  const text = Buffer.from(JSON.stringify(header));
  const prefix = Buffer.alloc(PREFIX_BYTES);
  prefix.writeUInt32BE(text.length, 0);
  prefix.writeUInt32BE(
    parts.reduce((sum, part) => sum + part.length, 0),
    4,
  );
  for (const part of [prefix, text, ...parts]) if (part.length > 0) to.write(part);
}

/** Each body is read straight into the one buffer that it will live in. */
export async function* framesOf<Header>(
  from: Readable,
  room: (length: number) => Buffer = (length) => Buffer.allocUnsafeSlow(length),
): AsyncGenerator<Frame<Header>> {
  const input = new Exactly(from);
  for (let prefix = await input.next(PREFIX_BYTES); prefix; prefix = await input.next(PREFIX_BYTES)) {
    const header = await input.next(prefix.readUInt32BE(0));
    const body = await input.next(prefix.readUInt32BE(4), room);
    if (!header || !body) return;
    yield { header: JSON.parse(header.toString()) as Header, body };
  }
}

class Exactly {
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
