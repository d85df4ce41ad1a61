import type { Writable } from 'node:stream';

/** Resolves once all output has left this process: `process.exit` alone drops what a pipe has not taken yet. */
export async function outputWritten(): Promise<void> {
  await Promise.all([written(process.stdout), written(process.stderr)]);
}

function written(stream: Writable): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()));
}
