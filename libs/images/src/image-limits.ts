export interface ImageLimits {
  readonly bytes: number;
  readonly pixels: number;
  /** Of the longer edge: a picture of forty million pixels in one line is no photo. */
  readonly edge: number;
}

export const IMAGE_LIMITS: ImageLimits = { bytes: 10 * 1024 * 1024, pixels: 40_000_000, edge: 20_000 };
