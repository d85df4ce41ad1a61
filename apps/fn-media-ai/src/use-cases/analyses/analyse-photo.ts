import type { IdGenerator } from '@foundnow/kernel';
import type { Analysis } from '../../domain/analysis/analysis.ts';
import { photoTooLarge, readersBusy } from '../../domain/analysis/analysis-errors.ts';
import { fuse } from '../../domain/analysis/fuse.ts';
import type { KeptReading, ModelSight } from '../../domain/analysis/seen-photo.ts';
import type { AboutItem } from '../../domain/photo/stage.ts';
import type { LookAtPhoto } from '../photos/look-at-photo.ts';
import { readTwice } from './read-twice.ts';

const MOST_BYTES = 10 * 1024 * 1024;
/** Somebody waits: a model that takes longer is done without. */
const PATIENCE_MS = 15_000;

export interface Analysed {
  readonly analysis: Analysis;
  readonly reading: KeptReading;
}

/** A photo in, an analysis out. Nothing of it is kept, nor what a model said of it. */
export class AnalysePhoto {
  #underWay = 0;

  constructor(
    private readonly look: LookAtPhoto,
    private readonly ids: IdGenerator,
    private readonly sha256Of: (bytes: Buffer) => string,
    private readonly most: number,
  ) {}

  async run(file: AsyncIterable<Uint8Array>, about: AboutItem): Promise<Analysed> {
    if (this.#underWay >= this.most) throw readersBusy();
    this.#underWay += 1;
    try {
      const bytes = await collected(file);
      const read = await readTwice(() => this.look.read(bytes, about));
      const sight = await this.ask(read, about, this.sha256Of(bytes));
      return { analysis: fuse([{ photoId: this.ids.next(), reading: read.reading, sight }]), reading: read.reading };
    } finally {
      this.#underWay -= 1;
    }
  }

  private async ask(
    read: Parameters<LookAtPhoto['ask']>[0],
    about: AboutItem,
    sha256: string,
  ): Promise<ModelSight | null> {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const said = { ...about, title: '', description: null };
    try {
      return await this.look.ask(read, said, sha256, { signal, keep: false });
    } catch (error) {
      if (signal.aborted) return null;
      throw error;
    }
  }
}

async function collected(file: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of file) {
    length += chunk.length;
    if (length > MOST_BYTES) throw photoTooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
