import { read } from 'node:fs';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { giveBack } from '../room.ts';

/** Fills a buffer from its begin, and says how far. Nothing when there is no more. */
export type Source = (into: Buffer) => Promise<number>;

export function fromStream(stream: Readable): Source {
  const chunks = (stream as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  let chunk: Buffer = Buffer.alloc(0);
  let rest = chunk;
  return async (into) => {
    if (rest.length === 0) {
      const { value } = (await chunks.next()) as IteratorResult<Buffer, undefined>;
      if (value === undefined) return 0;
      chunk = value;
      rest = value;
    }
    const taken = rest.copy(into);
    rest = rest.subarray(taken);
    // Left to the garbage collector, the chunks of a few files had 40 MB. Small ones may share their memory with others.
    if (rest.length === 0 && chunk.length === chunk.buffer.byteLength) giveBack(chunk);
    return taken;
  };
}

/** Straight to where it belongs, without a chunk between. */
export function fromDescriptor(descriptor: number): Source {
  const readInto = promisify(read);
  return async (into) => (await readInto(descriptor, into, 0, into.length, null)).bytesRead;
}

/** Nothing when the source ends before. */
export async function exactly(source: Source, into: Buffer): Promise<Buffer | undefined> {
  for (let filled = 0; filled < into.length;) {
    const taken = await source(into.subarray(filled));
    if (taken === 0) return undefined;
    filled += taken;
  }
  return into;
}
