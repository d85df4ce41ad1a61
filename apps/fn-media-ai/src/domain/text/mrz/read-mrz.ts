import { travelDocumentDigit } from '../numbers/check-digits.ts';
import { asDigits, asLetters } from '../numbers/misread.ts';

/** What a machine-readable zone says of its holder, so far as its check digits vouch for it. */
export interface TravelDocument {
  readonly number: string | null;
  /** YYMMDD */
  readonly birthDate: string | null;
  readonly expiry: string | null;
  readonly name: string | null;
}

/** The fields of one line: where they start, how long they are; the digit that checks them follows. */
interface Fields {
  readonly number?: readonly [number, number];
  readonly birth?: readonly [number, number];
  readonly expiry?: readonly [number, number];
}

const NUMBERS_LINE = { number: [0, 9], birth: [13, 6], expiry: [21, 6] } as const satisfies Fields;
const TD1_FIRST = { number: [5, 9] } as const satisfies Fields;
const TD1_SECOND = { birth: [0, 6], expiry: [8, 6] } as const satisfies Fields;

/** TD3 and TD2 have two lines, TD1 three; lines come as `machineReadable` gives them, from top to bottom. */
export function readMrz(lines: readonly string[]): TravelDocument {
  const numbers = lines.map((line) => fieldsOf(line, NUMBERS_LINE));
  const first = lines.map((line) => (/^[ACI1]/.test(line) ? fieldsOf(line, TD1_FIRST) : {}));
  const second = lines.map((line) => fieldsOf(line, TD1_SECOND));
  const all = [...numbers.filter(({ birth }) => birth !== undefined), ...first, ...second.filter(isWhole)];
  return {
    number: all.find(({ number }) => number !== undefined)?.number?.replaceAll('<', '') ?? null,
    birthDate: all.find(({ birth }) => birth !== undefined)?.birth ?? null,
    expiry: all.find(({ expiry }) => expiry !== undefined)?.expiry ?? null,
    name: nameOf(lines),
  };
}

interface Checked {
  readonly number?: string;
  readonly birth?: string;
  readonly expiry?: string;
}

function isWhole({ birth, expiry }: Checked): boolean {
  return birth !== undefined && expiry !== undefined;
}

function fieldsOf(line: string, fields: Fields): Checked {
  return {
    ...(fields.number && numberIn(line, fields.number)),
    ...(fields.birth && checked('birth', line, fields.birth)),
    ...(fields.expiry && checked('expiry', line, fields.expiry)),
  };
}

/** Numbers have letters too, so what was misread is only tried where the digit does not fit. */
function numberIn(line: string, [start, length]: readonly [number, number]): Checked {
  const written = line.slice(start, start + length);
  const digit = asDigits(line.charAt(start + length));
  if (written.length < length || /^<*$/.test(written)) return {};
  const spellings = [written, asDigits(written), written.replaceAll('O', '0')];
  const number = spellings.find((spelling) => travelDocumentDigit(spelling) === digit);
  return number === undefined ? {} : { number };
}

function checked(field: 'birth' | 'expiry', line: string, [start, length]: readonly [number, number]): Checked {
  const digits = asDigits(line.slice(start, start + length));
  if (!/^\d{6}$/.test(digits)) return {};
  return travelDocumentDigit(digits) === asDigits(line.charAt(start + length)) ? { [field]: digits } : {};
}

/** Family name, two fillers, given names; fillers that were taken for letters at the end go. */
function nameOf(lines: readonly string[]): string | null {
  for (const line of lines) {
    const [, head = '', rest = ''] = /^([A-Z0-9<]*?[A-Z])<<([A-Z0-9<]*)$/.exec(line) ?? [];
    if (rest === '' || /\d{4}/.test(head)) continue;
    const family = /^(?:P[A-Z<]|[ACIV][A-Z<])[A-Z<]{3}/.test(head) && lines.length < 3 ? head.slice(5) : head;
    const given = rest.replace(/<{2,}.*$/, '').replace(/(?:<[LKCES<]*)$/, '');
    const words = `${given}<${family}`.split('<').filter((word) => word !== '');
    if (words.length > 1) return asLetters(words.join(' '));
  }
  return null;
}
