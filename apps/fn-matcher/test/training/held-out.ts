/** One lost item in three is kept for trust and calibration; which ones depends on their ids alone. */
export function isHeldOut(id: string): boolean {
  let hash = 2_166_136_261;
  for (const char of id) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16_777_619);
  return (hash >>> 8) % 3 === 0;
}
