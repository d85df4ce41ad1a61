import type { Connection, Pool, Submittable } from 'pg';

const SIGNATURE_BYTES = 11;

/** Runs `COPY … TO STDOUT (FORMAT binary)`: rows as the bytes they are, where the text protocol spells bytes in hex. */
export async function copyRows(pool: Pool, query: string): Promise<Buffer[]> {
  const client = await pool.connect();
  // One that breaks right behind an answer has no query to fail: without a listener it would end the process.
  client.on('error', ignore);
  const copy = new BinaryCopy(`COPY (${query}) TO STDOUT (FORMAT binary)`);
  try {
    client.query(copy);
    const chunks = await copy.finished;
    client.release();
    return chunks;
  } catch (error) {
    client.release(error instanceof Error ? error : true);
    throw error;
  } finally {
    client.off('error', ignore);
  }
}

const ignore = (): void => undefined;

/** The driver's own seam for queries that it does not know. */
class BinaryCopy implements Submittable {
  /** The driver calls it when the answer takes too long. */
  callback = (error?: unknown): void => (error === undefined ? undefined : this.settled.reject(error));
  private readonly settled = Promise.withResolvers<Buffer[]>();
  private readonly chunks: Buffer[] = [];

  constructor(private readonly text: string) {}

  get finished(): Promise<Buffer[]> {
    return this.settled.promise;
  }

  submit(connection: Connection): void {
    connection.query(this.text);
  }

  /** Copied: the driver uses its buffer again for what comes next. */
  handleCopyData({ chunk }: { chunk: Buffer }): void {
    this.chunks.push(Buffer.from(chunk));
  }

  handleError(error: unknown): void {
    this.callback(error);
    this.settled.reject(error);
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    this.callback();
    this.settled.resolve(this.chunks);
  }
}

/** Walks the fields of binary rows, in the order in which they were selected. */
export class BinaryRows {
  private chunk: Buffer = Buffer.alloc(0);
  private index = 0;
  private at = 0;

  constructor(private readonly chunks: readonly Buffer[]) {}

  /** Steps to the next row; false behind the last. */
  next(): boolean {
    while (this.at >= this.chunk.length) {
      const chunk = this.chunks[this.index];
      if (!chunk) return false;
      this.chunk = chunk;
      this.at = this.index === 0 ? SIGNATURE_BYTES + 8 : 0;
      this.index += 1;
    }
    this.at += 2;
    return this.chunk.readInt16BE(this.at - 2) >= 0;
  }

  int(): number {
    const field = this.field();
    if (!field) throw new TypeError('A number of a binary row is null');
    return field.length === 4 ? field.readInt32BE(0) : field.readInt32BE(0) * 2 ** 32 + field.readUInt32BE(4);
  }

  text(): string {
    return this.field()?.toString('utf8') ?? '';
  }

  bytes(): Buffer {
    return this.field() ?? Buffer.alloc(0);
  }

  private field(): Buffer | undefined {
    const length = this.chunk.readInt32BE(this.at);
    this.at += 4;
    if (length < 0) return undefined;
    this.at += length;
    return this.chunk.subarray(this.at - length, this.at);
  }
}
