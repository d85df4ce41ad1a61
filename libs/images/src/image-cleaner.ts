import { assertNothingElse } from './anatomy/nothing-else.ts';
import { BufferPool } from './buffer-pool.ts';
import type { CleanImage, Encodings } from './clean-image.ts';
import { IMAGE_LIMITS, type ImageLimits } from './image-limits.ts';
import { imageTypeOf } from './image-type.ts';
import { type Decoded, Decoder } from './process/decoder.ts';
import { busy, fileTooLarge } from './refusals.ts';
import { WeightedGate } from './weighted-gate.ts';

export interface ImageCleanerOptions extends Partial<Encodings> {
  readonly limits?: ImageLimits;
  /** How many files are held in memory at once; the others wait where they are. */
  readonly filesAtOnce?: number;
  /** How many may wait before the next one is turned away. */
  readonly mostWaiting?: number;
}

const USUAL_BYTES = 12 * 1024 * 1024;

/** Makes pictures from strangers safe to keep: whole, upright, without metadata, within bounds of time and memory. */
export class ImageCleaner {
  readonly limits: ImageLimits;
  readonly #encodings: Encodings;
  readonly #files: WeightedGate;
  readonly #mostWaiting: number;
  readonly #buffers = new BufferPool(USUAL_BYTES);
  readonly #decoder = new Decoder((length) => this.#buffers.take(length));

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
        this.#buffers.give(body);
      }
    });
  }

  /** Lets go of the memory; what is under way is finished. */
  close(): void {
    this.#decoder.close();
    this.#buffers.clear();
  }

  async #read(load: (room: (length: number) => Buffer) => Promise<Buffer>): Promise<Decoded> {
    const taken: Buffer[] = [];
    const giveBack = () => taken.splice(0).map((buffer) => this.#buffers.give(buffer));
    try {
      const bytes = await load((length) => {
        if (length > this.limits.bytes) throw fileTooLarge(this.limits);
        const buffer = this.#buffers.take(length);
        taken.push(buffer);
        return buffer;
      });
      const type = imageTypeOf(bytes);
      assertNothingElse(bytes, type);
      const order = { type, limits: this.limits, encodings: this.#encodings };
      // The answers find room where the file was.
      return await this.#decoder.decode(bytes, order, giveBack);
    } finally {
      giveBack();
    }
  }
}
