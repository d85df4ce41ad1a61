import pg from 'pg';

/** `PGCOPY\n\377\r\n\0`, flags and an empty extension, all before the first tuple. */
const HEADER_BYTES = 19;
const END_OF_DATA = -1;

type OnTuple = (tuple: TupleReader) => void;

/**
 * Runs statements whose last one is a `COPY … TO STDOUT (FORMAT binary)`. The driver reads ordinary results as text
 * only, which doubles a body's bytes on the way and costs both sides more than all the rest of a batch.
 * A tuple must be read while `onTuple` runs: its bytes lie in the driver's buffer.
 */
export async function copyOut(client: pg.Client, text: string, onTuple: OnTuple): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    client.query(new CopyQuery(text, onTuple, (error) => (error ? reject(error) : resolve())));
  });
}

class CopyQuery extends pg.Query {
  /** The driver calls it at the end, and wraps it to watch the time. */
  callback: (error: Error | null | undefined) => void;
  #begun = false;

  constructor(
    text: string,
    private readonly onTuple: OnTuple,
    callback: (error: Error | null | undefined) => void,
  ) {
    super(text);
    this.callback = callback;
  }

  /** The driver's hook for what a COPY sends, one message per tuple. */
  handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    const reader = new TupleReader(chunk, this.#begun ? 0 : HEADER_BYTES);
    this.#begun = true;
    if (reader.fields !== END_OF_DATA) this.onTuple(reader);
  }
}

/** Reads the fields of one tuple in their order. */
export class TupleReader {
  readonly fields: number;
  #at: number;

  constructor(
    private readonly bytes: Buffer,
    start: number,
  ) {
    this.fields = bytes.readInt16BE(start);
    this.#at = start + 2;
  }

  int2(): number {
    return this.bytes.readInt16BE(this.#next());
  }

  int4(): number {
    return this.bytes.readInt32BE(this.#next());
  }

  /** Ids count up from one, so they stay far below the limit of what a number holds exactly. */
  int8(): number {
    const at = this.#next();
    return this.bytes.readInt32BE(at) * 2 ** 32 + this.bytes.readUInt32BE(at + 4);
  }

  text(): string {
    const at = this.#next();
    return this.bytes.toString('utf8', at, this.#at);
  }

  /** A copy, because the driver uses its buffer again. */
  copy(): Buffer | undefined {
    const at = this.#next();
    return at < 0 ? undefined : Buffer.from(this.bytes.subarray(at, this.#at));
  }

  #next(): number {
    const length = this.bytes.readInt32BE(this.#at);
    const at = this.#at + 4;
    this.#at = at + Math.max(0, length);
    return length < 0 ? -1 : at;
  }
}
