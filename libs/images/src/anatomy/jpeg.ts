import { damaged } from '../refusals.ts';

const SOS = 0xda;
const EOI = 0xd9;

/** Where a JPEG ends: behind its end marker, found by walking from segment to segment. */
export function endOfJpeg(bytes: Buffer): number {
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) throw damaged();
    const marker = bytes[at + 1];
    if (marker === 0xff) at += 1;
    else if (marker === EOI) return at + 2;
    else if (marker === SOS) at = endOfScan(bytes, at + 2 + bytes.readUInt16BE(at + 2));
    else at += 2 + bytes.readUInt16BE(at + 2);
  }
  if (bytes[at] === 0xff && bytes[at + 1] === EOI) return at + 2;
  throw damaged();
}

/** Within a scan 0xff stands before a zero or the number of a restart; anything else is the next marker. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at)) {
    const next = bytes[at + 1] ?? 0;
    if (next === 0xff) at += 1;
    else if (next !== 0 && (next < 0xd0 || next > 0xd7)) return at;
    else at += 2;
  }
  throw damaged();
}
