import type { Span } from '../personal-data.ts';
import { passesLuhn } from './check-digits.ts';
import { numberRuns } from './number-runs.ts';
import type { Group } from './number-runs.ts';

/**
 * Who issues which numbers, and how long they are. Left out on purpose: Visa's 13 digits, which nobody issues any more
 * and every barcode that begins with 4 has.
 */
const ISSUERS: ReadonlyArray<readonly [RegExp, readonly number[]]> = [
  [/^4/, [16, 19]],
  [/^(?:5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, [16]],
  [/^220[0-4]/, [16, 17, 18, 19]],
  [/^3[47]/, [15]],
  [/^(?:6011|64[4-9]|65)/, [16, 19]],
  [/^62/, [16, 17, 18, 19]],
  [/^35(?:2[89]|[3-8])/, [16]],
  [/^(?:30[0-5]|3095|36|3[89])/, [14, 16]],
  [/^(?:50|5[6-8]|6304|67|589)/, [16, 18, 19]],
  [/^(?:60|636|81|82|9792)/, [16]],
];
const SHORTEST = 14;
const LONGEST = 19;
const BETWEEN = /^(?: ?[-–·.]? ?)$/;
const IMEI_LABEL = /imei(?:sv)?[\s:#.=-]{0,4}$/i;

/** Issuer range, length and Luhn together: serial numbers rarely have all three. */
export function paymentCards(text: string): Span[] {
  return numberRuns(text, SHORTEST).flatMap((groups) => cardsIn(groups, text));
}

function cardsIn(groups: readonly Group[], text: string): Span[] {
  const found: Span[] = [];
  for (let from = 0; from < groups.length; from += 1) {
    const to = cardEnd(groups, from);
    const start = groups[from]?.start ?? 0;
    if (to === undefined || isGlued(text, start, to.end) || IMEI_LABEL.test(text.slice(Math.max(0, start - 12), start)))
      continue;
    found.push({ start, end: to.end });
    from = to.index;
  }
  return found;
}

/** A number that other groups follow is tried at each length a card can have. */
function cardEnd(groups: readonly Group[], from: number): { readonly index: number; readonly end: number } | undefined {
  let digits = '';
  for (let index = from; index < groups.length; index += 1) {
    const group = groups[index];
    if (group === undefined || (index > from && !BETWEEN.test(group.gap))) return undefined;
    digits += group.digits;
    if (digits.length > LONGEST) return undefined;
    if (digits.length >= SHORTEST && isCard(digits)) return { index, end: group.end };
  }
  return undefined;
}

function isCard(digits: string): boolean {
  return (
    ISSUERS.some(([range, lengths]) => lengths.includes(digits.length) && range.test(digits)) && passesLuhn(digits)
  );
}

function isGlued(text: string, start: number, end: number): boolean {
  return /[\p{L}_]/u.test(text.charAt(start - 1)) || /[\p{L}_]/u.test(text.charAt(end));
}
