import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';

const UNREAD_MS = 60_000;

/** Reads an open file from `start` to `end`, both included. A body that nobody reads gives its file back by itself. */
export function objectBody(file: FileHandle, start: number, end: number): Readable {
  const unread = setTimeout(() => body.destroy(), UNREAD_MS).unref();
  const body = Readable.from(read(), { objectMode: false });
  body.once('close', () => {
    clearTimeout(unread);
    // Already closed where reading began; a second time changes nothing.
    file.close().catch(() => undefined);
  });
  return body;

  async function* read(): AsyncGenerator<Buffer> {
    clearTimeout(unread);
    if (start <= end) yield* file.createReadStream({ start, end }) as AsyncIterable<Buffer>;
  }
}
