import { animated, damaged } from '../refusals.ts';

export function endOfPng(bytes: Buffer): number {
  let at = 8;
  while (at + 12 <= bytes.length) {
    const type = bytes.toString('latin1', at + 4, at + 8);
    if (type === 'acTL') throw animated();
    at += 12 + bytes.readUInt32BE(at);
    if (type === 'IEND') return at;
  }
  throw damaged();
}
