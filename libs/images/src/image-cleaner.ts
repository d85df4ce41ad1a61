import { assertNothingElse } from './anatomy/nothing-else.ts';
import type { CleanImage, Encodings } from './clean-image.ts';
import { IMAGE_LIMITS, type ImageLimits } from './image-limits.ts';
import { imageTypeOf } from './image-type.ts';
import { type Decoded, Decoder } from './process/decoder.ts';
import { busy, fileTooLarge } from './refusals.ts';
import { giveBack, takeRoom } from './room.ts';
import { WeightedGate } from './weighted-gate.ts';

export interface ImageCleanerOptions extends Partial<Encodings> {
  readonly limits?: ImageLimits;
  /** How many files are held in memory at once; the others wait where they are. */
  readonly filesAtOnce?: number;
  /** How many may wait before the next one is turned away. */
  readonly mostWaiting?: number;
}

/** Makes pictures from strangers safe to keep: whole, upright, without metadata, within bounds of time and memory. */
export class ImageCleaner {
  readonly limits: ImageLimits;
  readonly #encodings: Encodings;
  readonly #files: WeightedGate;
  readonly #mostWaiting: number;
  readonly #decoder = new Decoder();

  constructor(options: ImageCleanerOptions = {}) {
    const { limits = IMAGE_LIMITS, filesAtOnce = 2, mostWaiting = 64 } = options;
    const { edges = [1280, 320], placeholderEdge = 32 } = options;
    this.limits = limits;
    this.#encodings = { edges, placeholderEdge };
    this.#files = new WeightedGate(filesAtOnce);
    this.#mostWaiting = mostWaiting;
  }

  /**
   * `load` is called when there is room for the file, and not before; it puts the file into a buffer of `room`. What
   * `keep` is given lives as long as it runs.
   */
  async clean<Kept>(
    load: (room: (length: number) => Buffer) => Promise<Buffer>,
    keep: (image: CleanImage) => Promise<Kept>,
  ): Promise<Kept> {
    if (this.#files.queue >= this.#mostWaiting) throw busy();
    return this.#files.run(1, async () => {
      const { image, body } = await this.#read(load);
      try {
        return await keep(image);
      } finally {
        giveBack(body);
      }
    });
  }

  /** Lets go of the memory; what is under way is finished. */
  close(): void {
    this.#decoder.close();
  }

  async #read(load: (room: (length: number) => Buffer) => Promise<Buffer>): Promise<Decoded> {
    const taken: Buffer[] = [];
    const letGo = () => {
      for (const each of taken) giveBack(each);
    };
    try {
      const bytes = await load((length) => {
        if (length > this.limits.bytes) throw fileTooLarge(this.limits);
        const buffer = takeRoom(length);
        taken.push(buffer);
        return buffer;
      });
      const type = imageTypeOf(bytes);
      assertNothingElse(bytes, type);
      const order = { type, limits: this.limits, encodings: this.#encodings };
      return await this.#decoder.decode(bytes, order, letGo);
    } finally {
      letGo();
    }
  }
}
