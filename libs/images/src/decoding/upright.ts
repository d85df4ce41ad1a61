import type { Sharp } from 'sharp';

/** What the camera's orientation asks for: first the mirror, then the turn (EXIF 2.3, tag 0x0112). */
const TURNS: ReadonlyMap<number, { readonly mirror?: 'flip' | 'flop'; readonly angle?: 90 | 180 | 270 }> = new Map([
  [2, { mirror: 'flop' }],
  [3, { angle: 180 }],
  [4, { mirror: 'flip' }],
  [5, { mirror: 'flop', angle: 270 }],
  [6, { angle: 90 }],
  [7, { mirror: 'flop', angle: 90 }],
  [8, { angle: 270 }],
]);

export function upright(image: Sharp, orientation: number | undefined): Sharp {
  const { mirror, angle } = TURNS.get(orientation ?? 1) ?? {};
  const mirrored = mirror === undefined ? image : image[mirror]();
  return angle === undefined ? mirrored : mirrored.rotate(angle);
}
