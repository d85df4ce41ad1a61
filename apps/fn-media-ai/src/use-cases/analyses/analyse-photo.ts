import type { IdGenerator } from '@foundnow/kernel';
import type { Analysis } from '../../domain/analysis/analysis.ts';
import { photoTooLarge, readersBusy } from '../../domain/analysis/analysis-errors.ts';
import { fuse } from '../../domain/analysis/fuse.ts';
import type { KeptReading, ModelSight } from '../../domain/analysis/seen-photo.ts';
import type { AboutItem } from '../../domain/photo/stage.ts';
import type { LookAtPhoto, ReadOnce } from '../photos/look-at-photo.ts';
import { Places } from './places.ts';
import { readTwice } from './read-twice.ts';

const MOST_BYTES = 10 * 1024 * 1024;
/** Somebody waits: a model that takes longer is done without. */
const PATIENCE_MS = 15_000;

export interface Analysed {
  readonly analysis: Analysis;
  readonly reading: KeptReading;
}

/** Photos that are held in memory, on their way in or being analysed: at most 160 MB. */
const MOST_HELD = 16;
const MOST_OF_ONE = 2;

/** A photo in, an analysis out. Nothing of it is kept, nor what a model said of it. */
export class AnalysePhoto {
  readonly #places = new Places(MOST_HELD, MOST_OF_ONE);
  #reading = 0;

  constructor(
    private readonly look: LookAtPhoto,
    private readonly ids: IdGenerator,
    private readonly sha256Of: (bytes: Buffer) => string,
    private readonly mostReading: number,
  ) {}

  async run(file: AsyncIterable<Uint8Array>, about: AboutItem, person: string): Promise<Analysed> {
    return this.#places.hold(person, async () => {
      // Before ten megabytes come for nothing. What comes slowly keeps no reader from others.
      this.checkRoom();
      const bytes = await collected(file);
      const read = await this.read(bytes, about);
      const sight = await this.ask(read, about, this.sha256Of(bytes));
      return { analysis: fuse([{ photoId: this.ids.next(), reading: read.reading, sight }]), reading: read.reading };
    });
  }

  private async read(bytes: Buffer, about: AboutItem): Promise<ReadOnce> {
    this.checkRoom();
    this.#reading += 1;
    try {
      return await readTwice(() => this.look.read(bytes, about));
    } finally {
      this.#reading -= 1;
    }
  }

  private checkRoom(): void {
    if (this.#reading >= this.mostReading) throw readersBusy();
  }

  private async ask(read: ReadOnce, about: AboutItem, sha256: string): Promise<ModelSight | null> {
    if (await this.look.isHalfSpent()) return null;
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const said = { ...about, title: '', description: null };
    try {
      return await this.look.ask(read, said, { photoSha256: sha256, postId: null }, { signal });
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
