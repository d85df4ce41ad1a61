import type { ImageType } from '../image-type.ts';
import { moreThanAPhoto } from '../refusals.ts';
import { endOfAvif } from './avif.ts';
import { endOfJpeg } from './jpeg.ts';
import { endOfPng } from './png.ts';
import { endOfWebp } from './webp.ts';

const END_OF: Readonly<Record<ImageType, (bytes: Buffer) => number>> = {
  jpeg: endOfJpeg,
  png: endOfPng,
  webp: endOfWebp,
  avif: endOfAvif,
};

const ZIP_END = Buffer.from('PK\u0005\u0006', 'latin1');
const ZIP_END_REACH = 65_557;
const ZIP_ENTRY = Buffer.from('PK\u0003\u0004', 'latin1');
const OPENS_ELSEWHERE = /<(?:!doctype|html|script|svg|body|iframe|\?xml|\?php)|%PDF-|Rar!|7z\xbc\xaf/i;
const SIGHT = 4_096;

/**
 * A whole, still picture and nothing that another program would open. What cameras put behind one is let through, since
 * none of it is kept: smaller previews and gain maps (another JPEG), the video of a motion photo, the maker's block.
 */
export function assertNothingElse(bytes: Buffer, type: ImageType): void {
  const tail = bytes.subarray(END_OF[type](bytes));
  if (endsAsZip(bytes)) throw moreThanAPhoto();
  if (tail.length === 0 || isPadding(tail)) return;
  if (type !== 'jpeg' || !isOfACamera(tail) || opensElsewhere(tail.subarray(0, SIGHT))) throw moreThanAPhoto();
}

function isPadding(tail: Buffer): boolean {
  return tail.every((byte) => byte === 0 || byte === 0x0a || byte === 0x0d || byte === 0x20);
}

function isOfACamera(tail: Buffer): boolean {
  const begin = tail.toString('latin1', 0, 64);
  return (
    begin.startsWith('\u00ff\u00d8\u00ff') ||
    /^\0{3}[\s\S]ftyp/.test(begin) ||
    begin.includes('MotionPhoto_Data') ||
    tail.toString('latin1', tail.length - 4) === 'SEFT'
  );
}

function opensElsewhere(begin: Buffer): boolean {
  return begin.includes(ZIP_ENTRY) || OPENS_ELSEWHERE.test(begin.toString('latin1'));
}

/** A ZIP is read from its end: its last record says how long the comment behind it is. */
function endsAsZip(bytes: Buffer): boolean {
  const from = Math.max(0, bytes.length - ZIP_END_REACH);
  for (let at = bytes.indexOf(ZIP_END, from); at >= 0; at = bytes.indexOf(ZIP_END, at + 1)) {
    if (at + 22 <= bytes.length && at + 22 + bytes.readUInt16LE(at + 20) === bytes.length) return true;
  }
  return false;
}
