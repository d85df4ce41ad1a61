const HEAD_BYTES = 128;
const TAG_BYTES = 12;
const MOST_TAGS = 100;

/** Primaries as a profile writes them, seen under D50. */
const PRIMARIES: Readonly<Record<string, readonly number[]>> = {
  rXYZ: [0.4361, 0.2225, 0.0139],
  gXYZ: [0.3851, 0.7169, 0.0971],
  bXYZ: [0.1431, 0.0606, 0.7139],
};
const CURVES = ['rTRC', 'gTRC', 'bTRC'];
const CURVE = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045];
const LIGHT_AT = [
  [0.1, 0.01002],
  [0.5, 0.21404],
  [0.9, 0.78741],
] as const;

/** Whether a profile says what is taken for granted without one: its conversion would take long and change nothing. */
export function isSrgbProfile(icc: Buffer): boolean {
  if (icc.length < HEAD_BYTES + 4 || icc.toString('latin1', 16, 24) !== 'RGB XYZ ') return false;
  const tags = tagsOf(icc);
  // A table goes before the primaries.
  if ([...tags.keys()].some((name) => name.startsWith('A2B') || name.startsWith('D2B'))) return false;
  return (
    Object.entries(PRIMARIES).every(([name, xyz]) => near(fixedNumbers(tags.get(name), 8, 3), xyz, 0.001)) &&
    CURVES.every((name) => isSrgbCurve(tags.get(name)))
  );
}

function tagsOf(icc: Buffer): Map<string, Buffer> {
  const tags = new Map<string, Buffer>();
  const count = Math.min(icc.readUInt32BE(HEAD_BYTES), MOST_TAGS);
  for (let at = HEAD_BYTES + 4; tags.size < count && at + TAG_BYTES <= icc.length; at += TAG_BYTES) {
    const from = icc.readUInt32BE(at + 4);
    tags.set(icc.toString('latin1', at, at + 4), icc.subarray(from, from + icc.readUInt32BE(at + 8)));
  }
  return tags;
}

function isSrgbCurve(curve: Buffer = Buffer.alloc(0)): boolean {
  if (curve.length < 12) return false;
  const kind = curve.toString('latin1', 0, 4);
  if (kind === 'para') return curve.readUInt16BE(8) === 3 && near(fixedNumbers(curve, 12, 5), CURVE, 0.001);
  const points = curve.readUInt32BE(8);
  if (kind !== 'curv' || points < 256 || curve.length < 12 + points * 2) return false;
  return LIGHT_AT.every(([value, light]) => {
    const at = value * (points - 1);
    const [below, above] = [Math.floor(at), Math.ceil(at)].map((point) => curve.readUInt16BE(12 + point * 2) / 65_535);
    return near([(below ?? 0) + ((above ?? 0) - (below ?? 0)) * (at % 1)], [light], 0.001);
  });
}

function fixedNumbers(tag: Buffer | undefined, from: number, count: number): number[] {
  if (tag === undefined || tag.length < from + count * 4) return [];
  return Array.from({ length: count }, (_, index) => tag.readInt32BE(from + index * 4) / 65_536);
}

function near(found: readonly number[], wanted: readonly number[], by: number): boolean {
  return found.length === wanted.length && wanted.every((each, index) => Math.abs(each - (found[index] ?? 0)) <= by);
}
