import { digitCount } from '../numbers/number-runs.ts';
import type { Group } from '../numbers/number-runs.ts';
import type { NumberLabel } from './labels.ts';
import { internationalLength } from './calling-codes.ts';

/** How many of the groups, from the first on, are one telephone number; 0 for none. */
export type NumberShape = (groups: readonly Group[], label: NumberLabel) => number;

/** +34 612 345 678, 0049 (30) 901820, +44 (0)20 7946 0958 */
const international: NumberShape = (groups) => {
  const [first] = groups;
  if (first === undefined) return 0;
  const plus = first.gap.includes('+');
  if (!plus && !/^00[1-9]/.test(first.digits)) return 0;
  const prefix = plus ? 0 : 2;
  const range = internationalLength(
    groups
      .map(({ digits }) => digits)
      .join('')
      .slice(prefix),
  );
  if (range === undefined) return 0;
  return longest(groups, prefix + range[0], prefix + range[1]);
};

/** 06 12 34 56 78, (020) 7946 0958, 030/901820-55, 0612345678: the zero that is dialled inside a country. */
const national: NumberShape = (groups, label) => {
  const [first] = groups;
  if (first === undefined || !/^0[1-9]/.test(first.digits)) return 0;
  if (first.digits.length >= 9) return first.digits.length <= 12 ? 1 : 0;
  const pairs = groups.findIndex(({ digits }) => digits.length !== 2);
  const length = pairs === -1 ? groups.length : pairs;
  if (length >= 5) return sameGaps(groups.slice(0, 5)) ? 5 : 0;
  if (length > 2 || first.digits.length > 5 || groups.slice(1, 3).some(({ digits }) => digits.length < 2)) return 0;
  const count = longest(groups, label === 'phone' ? 7 : 9, 12);
  return isReference(groups.slice(1, count)) ? 0 : count;
};

/** (212) 555-0187, (11) 98765-4321, (55) 1234 5678: nobody puts anything else that long behind brackets. */
const bracketed: NumberShape = (groups) => {
  const [area, next] = groups;
  if (area === undefined || next === undefined || !area.gap.includes('(') || !next.gap.startsWith(')')) return 0;
  const isYear = /^(?:19|20)\d{2}$/.test(area.digits);
  return area.digits.length < 2 || area.digits.length > 5 || isYear ? 0 : longest(groups, 9, 12);
};

/** Ways of grouping that telephone numbers have and little else: sizes of the groups, and how they begin. */
const GROUPINGS: ReadonlyArray<readonly [sizes: string, begins: RegExp, gaps: RegExp]> = [
  ['3 3 4', /^(?:[2-9]\d\d[2-9]|3[0-5])/, /^[ .-]+$/],
  ['1 3 3 4', /^1[2-9]\d\d[2-9]/, /^[ .-]+$/],
  ['3 3 3', /^(?:[6-9]|2[1-9])/, /^(?: +|\.+|-+)$/],
  ['3 2 2 2', /^[6-9]/, /^(?: +|\.+|-+)$/],
  ['2 3 2 2', /^(?:[89]|2[12])/, /^(?: +|\.+|-+)$/],
  ['2 5 4', /^[1-9]\d9/, /^ -$/],
];

const grouped: NumberShape = (groups) => {
  for (const [sizes, begins, gaps] of GROUPINGS) {
    const part = groups.slice(0, sizes.split(' ').length);
    if (part.map(({ digits }) => digits.length).join(' ') !== sizes) continue;
    const after = groups[part.length]?.gap ?? ' ';
    const between = part.slice(1).map(({ gap }) => gap);
    if (begins.test(part.map(({ digits }) => digits).join('')) && gaps.test(between.join('')) && !/^[.-]/.test(after))
      return part.length;
  }
  return 0;
};

/** tel. 612345678: what a label calls a telephone number, unless it is as long as an IMEI. */
const labelled: NumberShape = (groups, label) => (label === 'phone' ? longest(groups, 7, 12) : 0);

/** 612345678 after "call me if you find it": without such words it is left to be a serial number. */
const unbroken: NumberShape = ([first], label) =>
  label === 'near-phone' && /^(?:[67]\d{8}|9[1-36]\d{7}|[2-9]\d{2}[2-9]\d{6}|[1-9]\d9\d{8})$/.test(first?.digits ?? '')
    ? 1
    : 0;

export const NUMBER_SHAPES: readonly NumberShape[] = [international, national, bracketed, grouped, labelled, unbroken];

function longest(groups: readonly Group[], least: number, most: number): number {
  let digits = 0;
  let count = 0;
  for (const [index, group] of groups.entries()) {
    digits += group.digits.length;
    if (digits > most || (index > 0 && group.gap.includes('+'))) break;
    const isAfterthought = digits - group.digits.length >= least && group.digits.length === 1 && group.gap === ' ';
    if (digits >= least && !isAfterthought) count = index + 1;
  }
  return count === 0 || digitCount(groups.slice(0, count)) < least ? 0 : count;
}

/** 027/4700.00 */
function isReference(groups: readonly Group[]): boolean {
  return groups.some(({ gap }) => gap.includes('/')) && groups.some(({ gap }) => gap.includes('.'));
}

function sameGaps(groups: readonly Group[]): boolean {
  return new Set(groups.slice(1).map(({ gap }) => gap)).size === 1;
}
