/** How many digits follow a calling code; where the plan is loose or rarely seen here, what E.164 allows. */
const NATIONAL: ReadonlyMap<string, readonly [least: number, most: number]> = new Map([
  ['1', [10, 10]],
  ['7', [10, 10]],
  ['31', [9, 9]],
  ['32', [8, 9]],
  ['33', [9, 9]],
  ['34', [9, 9]],
  ['351', [9, 9]],
  ['352', [5, 9]],
  ['353', [7, 9]],
  ['39', [8, 11]],
  ['41', [9, 9]],
  ['43', [7, 12]],
  ['44', [9, 10]],
  ['48', [9, 9]],
  ['49', [6, 11]],
  ['52', [10, 11]],
  ['54', [10, 11]],
  ['55', [10, 11]],
  ['57', [10, 10]],
]);

const ANY: readonly [number, number] = [6, 12];

const TWO_DIGITS = new Set(
  '20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93 94 95 98'.split(
    ' ',
  ),
);
const THREE_DIGITS =
  /^(?:2[1-69]\d|35\d|37[0-9]|38[0-79]|42[0-13]|50\d|59\d|67\d|68\d|69\d|80[08]|85\d|87\d|88\d|9[679]\d)/;

function callingCode(digits: string): string | undefined {
  if (/^[17]/.test(digits)) return digits.charAt(0);
  if (TWO_DIGITS.has(digits.slice(0, 2))) return digits.slice(0, 2);
  return THREE_DIGITS.test(digits) ? digits.slice(0, 3) : undefined;
}

/** How long a number that begins with this calling code may be, the code included. */
export function internationalLength(digits: string): readonly [least: number, most: number] | undefined {
  const code = callingCode(digits);
  if (code === undefined) return undefined;
  const [least, most] = NATIONAL.get(code) ?? ANY;
  // Many write the zero that is dialled at home only: +44 (0)20 …
  const zero = digits.startsWith('0', code.length) ? 1 : 0;
  return [code.length + least + zero, Math.min(15, code.length + most + zero)];
}
