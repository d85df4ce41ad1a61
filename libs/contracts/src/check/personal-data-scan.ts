import { personalDataIn as kindsIn } from '@foundnow/personal-data';
import type { PersonalDataKind as Kind } from '@foundnow/personal-data';

const NAMES = {
  email: 'e-mail address',
  phone: 'phone number',
  card: 'payment card',
  iban: 'IBAN',
  passport: 'passport line',
} as const satisfies Record<Kind, string>;

export type PersonalDataKind = (typeof NAMES)[Kind];

/** What in a text looks like personal data. Says kinds, never what it found. */
export function personalDataIn(text: string): PersonalDataKind[] {
  return kindsIn(text).map((kind) => NAMES[kind]);
}
