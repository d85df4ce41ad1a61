import { read } from 'node:fs';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';

/** Fills a buffer from its begin, and says how far. Nothing when there is no more. */
export type Source = (into: Buffer) => Promise<number>;

export function fromStream(stream: Readable): Source {
  const chunks = (stream as AsyncIterable<Buffer>)[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  return async (into) => {
    if (held.length === 0) {
      const { value } = (await chunks.next()) as IteratorResult<Buffer, undefined>;
      if (value === undefined) return 0;
      held = value;
    }
    const taken = held.copy(into);
    held = held.subarray(taken);
    return taken;
  };
}

/** Straight to where it belongs: a stream would leave its chunks to the garbage collector, which cost 40 MB. */
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
