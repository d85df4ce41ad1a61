/** A picture as it is looked at: upright, sRGB, three bytes a pixel, rows without padding. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** The same in shades of grey, one byte a pixel. */
export interface GreyPixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Luma by BT.601 in whole numbers, as JPEG and PDQ weigh the colours. */
export function greyOf({ width, height, data }: Pixels): GreyPixels {
  const grey = new Uint8Array(width * height);
  for (let pixel = 0, at = 0; pixel < grey.length; pixel += 1, at += 3) {
    grey[pixel] =
      (19_595 * (data[at] ?? 0) + 38_470 * (data[at + 1] ?? 0) + 7_471 * (data[at + 2] ?? 0) + 32_768) >> 16;
  }
  return { width, height, data: grey };
}
