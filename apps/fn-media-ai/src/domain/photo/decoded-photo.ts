import { type GreyPixels, greyOf, type Pixels } from './pixels.ts';

/** What every stage looks at: one decoding, its longest edge at most 1,600 pixels. */
export class DecodedPhoto {
  #grey: GreyPixels | undefined;

  /** The original size is that of the upright picture in the file. */
  constructor(
    readonly pixels: Pixels,
    readonly originalWidth: number,
    readonly originalHeight: number,
  ) {}

  /** Made when the first stage asks for it. */
  get grey(): GreyPixels {
    this.#grey ??= greyOf(this.pixels);
    return this.#grey;
  }
}
