import type { FieldError } from '@foundnow/kernel';

/** What can be told apart by a number that its maker gave it. */
export const IDENTIFIER_TYPES = ['serial', 'imei'] as const;
export type IdentifierType = (typeof IDENTIFIER_TYPES)[number];

/** A serial number in the one spelling that is compared. Never kept in clear: see `SealedSecrets`. */
export interface ItemIdentifier {
  readonly type: IdentifierType;
  readonly value: string;
}

const SERIAL_LENGTH = { least: 4, most: 40 };
const IMEI_DIGITS = /^\d{15}$/;
/** 000000000000000 and the like have a right check digit and are on no phone. */
const ONE_DIGIT = /^(\d)\1*$/;

/** Each identifier once, in its one spelling; a fault names the place and never the value. */
export function readIdentifiers(written: readonly ItemIdentifier[]): {
  readonly identifiers: readonly ItemIdentifier[];
  readonly faults: readonly FieldError[];
} {
  const identifiers = new Map<string, ItemIdentifier>();
  const faults: FieldError[] = [];
  for (const [index, { type, value }] of written.entries()) {
    const spelt = type === 'imei' ? imeiOf(value) : serialOf(value);
    if (spelt === null) faults.push(faultAt(index, type));
    else identifiers.set(`${type}:${spelt}`, { type, value: spelt });
  }
  return { identifiers: [...identifiers.values()], faults };
}

function imeiOf(written: string): string | null {
  const digits = written.normalize('NFKC').replaceAll(/[\s\-./]/g, '');
  return IMEI_DIGITS.test(digits) && !ONE_DIGIT.test(digits) && hasRightCheckDigit(digits) ? digits : null;
}

/** As people copy it from a label: case, spaces and dashes differ, letters and digits do not. */
function serialOf(written: string): string | null {
  const plain = written
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
  return plain.length >= SERIAL_LENGTH.least && plain.length <= SERIAL_LENGTH.most ? plain : null;
}

/** Luhn: every second digit from the right counts double. */
function hasRightCheckDigit(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, character, index) => {
    const counted = Number(character) * (index % 2 === 0 ? 1 : 2);
    return total + (counted > 9 ? counted - 9 : counted);
  }, 0);
  return sum % 10 === 0;
}

function faultAt(index: number, type: IdentifierType): FieldError {
  const path = `identifiers.${index}.value`;
  if (type === 'imei') {
    return { path, code: 'not_an_imei', detail: 'must be the 15 digits of an IMEI; dial *#06# to read it' };
  }
  const { least, most } = SERIAL_LENGTH;
  return { path, code: 'not_a_serial', detail: `must have ${least} to ${most} letters and digits` };
}
