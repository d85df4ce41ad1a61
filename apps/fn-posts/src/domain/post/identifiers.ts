import type { FieldError } from '@foundnow/kernel';
import { SERIAL_LENGTH, serialOf } from './serial-number.ts';
import { imeiOf } from './imei.ts';

/** What can be told apart by a number that its maker gave it. */
export const IDENTIFIER_TYPES = ['serial', 'imei'] as const;
export type IdentifierType = (typeof IDENTIFIER_TYPES)[number];

/** A serial number in the one spelling that is compared. Never kept in clear: see `SealedSecrets`. */
export interface ItemIdentifier {
  readonly type: IdentifierType;
  readonly value: string;
}

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

function faultAt(index: number, type: IdentifierType): FieldError {
  const path = `identifiers.${index}.value`;
  if (type === 'imei') {
    return { path, code: 'not_an_imei', detail: 'must be the 15 digits of an IMEI; dial *#06# to read it' };
  }
  const { least, most } = SERIAL_LENGTH;
  return { path, code: 'not_a_serial', detail: `must have ${least} to ${most} letters and digits` };
}
