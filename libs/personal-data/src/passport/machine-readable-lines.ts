import type { Span } from '../personal-data.ts';
import { passportDigit } from '../numbers/check-digits.ts';

const LINE = /(?<![a-z0-9<])[a-z0-9<]{25,46}(?![a-z0-9<])/gi;

/** A field and its check digit: from, to (without), and where the digit stands. */
type Checked = readonly [from: number, to: number, digit: number];

const NUMBERS: ReadonlyArray<{ readonly shape: RegExp; readonly checked: readonly Checked[] }> = [
  // TD3 and the visa of the same size, second line
  {
    shape: /^[A-Z0-9<]{10}[A-Z<]{3}\d{7}[MFX<]\d{7}[A-Z0-9<]{14}[0-9<][0-9<]$/,
    checked: [
      [0, 9, 9],
      [13, 19, 19],
      [21, 27, 27],
    ],
  },
  // TD2 and the visa of the same size, second line
  {
    shape: /^[A-Z0-9<]{10}[A-Z<]{3}\d{7}[MFX<]\d{7}[A-Z0-9<]{8}$/,
    checked: [
      [0, 9, 9],
      [13, 19, 19],
      [21, 27, 27],
    ],
  },
  // TD1, first line (a longer number puts < there, and its digit further on) and second line
  { shape: /^[ACI][A-Z<][A-Z<]{3}[A-Z0-9<]{9}\d[A-Z0-9<]{15}$/, checked: [[5, 14, 14]] },
  { shape: /^[ACI][A-Z<][A-Z<]{3}[A-Z0-9]{9}<[A-Z0-9]{2,14}<+$/, checked: [] },
  {
    shape: /^\d{7}[MFX<]\d{7}[A-Z<]{3}[A-Z0-9<]{11}\d$/,
    checked: [
      [0, 6, 6],
      [8, 14, 14],
    ],
  },
];

/** Holder's names, which have no check digit; the shape says enough. The second is the French card until 2021. */
const NAMES = [
  /^(?:P[A-Z<]|[ACIV][A-Z<])[A-Z<]{3}[A-Z<]*[A-Z]<<[A-Z<]*$/,
  /^IDFRA[A-Z<]{25}\d{6}$/,
  /^(?=.{30}$)[A-Z<]*[A-Z]<<[A-Z<]*<<$/,
];

/** Lines of the machine-readable zone of passports, identity cards and visas (ICAO 9303). */
export function machineReadableLines(text: string): Span[] {
  if (!/<|\d{6}/.test(text)) return [];
  return [...text.matchAll(LINE)].flatMap(({ 0: line, index }) =>
    isMachineReadable(line.toUpperCase()) ? { start: index, end: index + line.length } : [],
  );
}

function isMachineReadable(line: string): boolean {
  if (NAMES.some((shape) => shape.test(line))) return true;
  return NUMBERS.some(
    ({ shape, checked }) =>
      shape.test(line) &&
      checked.every(([from, to, digit]) => String(passportDigit(line.slice(from, to))) === line.charAt(digit)),
  );
}
