import type { PersonalScan } from '../judged-writing.ts';
import { findAssetTag, findImei, findSerial } from './device-numbers.ts';
import { IDENTITY_FINDERS } from './identity-numbers.ts';
import { type Finder, type Match, overlaps } from './match.ts';
import { PEOPLE_FINDERS } from './people.ts';
import { findBagTag, findBooking } from './travel.ts';

/** Surer ones first: what they take, the others leave. */
const FINDERS: readonly Finder[] = [findSerial, findAssetTag, findBooking, ...IDENTITY_FINDERS, ...PEOPLE_FINDERS];

/** Whatever in a text leads to a person, or is known to the owner alone. */
export function personalMatches(text: string, scan: PersonalScan): Match[] {
  const found: Match[] = [];
  const scanned = scan(text).map(({ kind, start, end }) => ({ kind, value: text.slice(start, end), start, end }));
  for (const match of [...findImei(text), ...findBagTag(text), ...scanned, ...FINDERS.flatMap((find) => find(text))]) {
    if (!found.some((other) => overlaps(other, match))) found.push(match);
  }
  return found;
}

/** Kinds that only things have which belong to one person. */
const OF_PERSONS = new Set(['card', 'iban', 'passport', 'mrz', 'document-number', 'birth-date']);

export function provesPerson({ kind }: Match): boolean {
  return OF_PERSONS.has(kind);
}
