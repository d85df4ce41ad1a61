import { animated, damaged } from '../refusals.ts';

const ANIMATION = 0x02;

export function endOfWebp(bytes: Buffer): number {
  if (bytes.length < 21) throw damaged();
  if (bytes.toString('latin1', 12, 16) === 'VP8X' && ((bytes[20] ?? 0) & ANIMATION) !== 0) throw animated();
  const end = 8 + bytes.readUInt32LE(4);
  if (end > bytes.length) throw damaged();
  return end;
}
