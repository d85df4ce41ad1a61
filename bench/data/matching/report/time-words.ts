import type { Chance } from '../chance.ts';
import type { Language, Split } from '../post.ts';
import { drawFor } from '../text/held-out.ts';
import { phrases } from '../text/lexis.ts';
import { filled } from '../text/noun-phrase.ts';

const HOUR = 3_600_000;
const PARTS: ReadonlyArray<readonly [number, string]> = [
  [5, 'night'],
  [11, 'morning'],
  [14, 'noon'],
  [18, 'afternoon'],
  [24, 'evening'],
];

/** How somebody says when it was, by the clock of the place. */
export function whenInWords(
  time: number,
  hoursFromUtc: number,
  language: Language,
  split: Split,
  chance: Chance,
): string {
  const there = new Date(time + hoursFromUtc * HOUR);
  const hour = there.getUTCHours();
  const part = PARTS.find(([before]) => hour < before)?.[1] ?? 'evening';
  const words = {
    day: phrases(language, 'days')[there.getUTCDay()],
    part: drawFor(split, phrases(language, 'parts', part), chance),
    hour: String(language === 'en' ? ((hour + 11) % 12) + 1 : hour),
  };
  return filled(drawFor(split, phrases(language, 'whens'), chance), words) ?? '';
}
