// One side of the row in a process of its own: `ingest-process.ts ours|peer`. Each message names files, all of which
// are taken in at once; the answer says how long that took and what came out.
import { open } from 'node:fs/promises';
import { ImageCleaner } from '@foundnow/images';
import { oneCallPerOutput } from '../peers/one-call-per-output.ts';

export interface Taken {
  readonly seconds: number;
  /** Width and height of everything made of each photo. */
  readonly sizes: readonly (readonly string[])[];
}

const cleaner = new ImageCleaner();
const ways = {
  ours: (file: string) =>
    cleaner.clean(
      (room) => readInto(file, room),
      async ({ original, forms, placeholder }) =>
        [original, ...forms, placeholder].map(({ width, height }) => `${width}x${height}`),
    ),
  peer: async (file: string) => oneCallPerOutput(await readInto(file, (length) => Buffer.allocUnsafe(length))),
};
const way = process.argv[2] === 'ours' ? ways.ours : ways.peer;

process.on('message', ({ files }: { files: readonly string[] }) => void take(files));
process.send?.('ready');

async function take(files: readonly string[]): Promise<void> {
  const start = performance.now();
  const sizes = await Promise.all(files.map(way));
  process.send?.({ seconds: (performance.now() - start) / 1_000, sizes } satisfies Taken);
}

async function readInto(path: string, room: (length: number) => Buffer): Promise<Buffer> {
  const file = await open(path);
  try {
    const buffer = room((await file.stat()).size);
    await file.read(buffer);
    return buffer;
  } finally {
    await file.close();
  }
}
