import { numberRuns } from '../numbers/number-runs.ts';
import type { Group } from '../numbers/number-runs.ts';
import type { Span } from '../personal-data.ts';
import { labelBefore } from './labels.ts';
import { withoutOtherNumbers } from './no-phone-numbers.ts';
import { NUMBER_SHAPES } from './number-shapes.ts';

const SHORTEST = 7;

export function phoneNumbers(text: string): Span[] {
  const plain = withoutOtherNumbers(text);
  return numberRuns(plain, SHORTEST).flatMap((groups) => phonesIn(groups, plain));
}

function phonesIn(groups: readonly Group[], text: string): Span[] {
  const found: Span[] = [];
  for (let from = 0; from < groups.length; from += 1) {
    const rest = groups.slice(from, from + 9);
    const count = mayBegin(rest, groups[from - 1], text) ? phoneLength(rest, text) : 0;
    const last = rest[count - 1];
    if (rest[0] === undefined || last === undefined) continue;
    found.push({ start: rest[0].start - lead(rest[0].gap), end: last.end });
    from += count - 1;
  }
  return found;
}

/** Never in the middle of a word, of a hyphenated number or of one in even groups. */
function mayBegin([first]: readonly Group[], previous: Group | undefined, text: string): boolean {
  if (first === undefined) return false;
  if (previous !== undefined) {
    const size = first.digits.length;
    const goesOn = first.gap === ' ' && (size === 3 || size === 4) && previous.digits.length === size;
    return !goesOn && /[ (/+]$/.test(first.gap);
  }
  const before = text.slice(Math.max(0, first.start - first.gap.length - 12), first.start - first.gap.length);
  return !/[\p{L}\d_.-]$/u.test(before) || /(?<!\p{L})(?:t[eé]le?f?|phone|mob|whatsapp|fon)\.?$/iu.test(before);
}

function phoneLength(groups: readonly Group[], text: string): number {
  const [first] = groups;
  if (first === undefined) return 0;
  const label = labelBefore(text, first.start - lead(first.gap));
  if (label === 'serial' && !first.gap.includes('+')) return 0;
  for (const shape of NUMBER_SHAPES) {
    const count = shape(groups, label);
    const last = groups[count - 1];
    if (last !== undefined && !/[\p{L}_]/u.test(text.charAt(last.end))) return count;
  }
  return 0;
}

/** How many of the signs before the first digit belong to the number: `+`, `(`, `(+`. */
function lead(gap: string): number {
  return /[(+]{0,2}$/.exec(gap)?.[0].length ?? 0;
}
