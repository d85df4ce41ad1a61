/** One lost item in three is kept for trust and calibration; which ones depends on their ids alone. */
export function isHeldOut(id: string): boolean {
  return chanceOf(id) < 1 / 3;
}

/** Evenly in [0, 1), and always the same for one text. */
export function chanceOf(text: string): number {
  let hash = 2_166_136_261;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32;
}
