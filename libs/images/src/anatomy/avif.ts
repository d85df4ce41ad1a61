import { animated, damaged } from '../refusals.ts';

/** Boxes that stand at the top of a still picture. */
const BOXES = new Set(['ftyp', 'meta', 'mdat', 'free', 'skip', 'idat', 'mini']);

export function endOfAvif(bytes: Buffer): number {
  if (bytes.toString('latin1', 8, 12) === 'avis') throw animated();
  let at = 0;
  while (at + 8 <= bytes.length) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (type === 'moov') throw animated();
    if (!BOXES.has(type)) return at;
    const size = sizeOfBox(bytes, at);
    if (at + size > bytes.length) throw damaged();
    at += size;
  }
  return at;
}

function sizeOfBox(bytes: Buffer, at: number): number {
  const size = bytes.readUInt32BE(at);
  if (size === 0) return bytes.length - at;
  if (size !== 1) return Math.max(8, size);
  return at + 16 <= bytes.length ? Math.max(16, Number(bytes.readBigUInt64BE(at + 8))) : Infinity;
}
