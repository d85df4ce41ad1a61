import { once } from 'node:events';
import { createWriteStream, type WriteStream } from 'node:fs';

/** Scored pairs, line by line: there may be millions. */
export class PairFile {
  private readonly stream: WriteStream;

  constructor(file: string) {
    this.stream = createWriteStream(file);
  }

  async add(lostId: string, pairs: ReadonlyArray<{ readonly foundId: string; readonly probability: number }>) {
    const text = pairs.map((pair) => `${JSON.stringify([lostId, pair.foundId, pair.probability])}\n`).join('');
    if (text !== '' && !this.stream.write(text)) await once(this.stream, 'drain');
  }

  async close(): Promise<void> {
    this.stream.end();
    await once(this.stream, 'close');
  }
}
