import type { Chance } from '../chance.ts';
import { NOISE } from '../noise.ts';
import type { Language, Split } from '../post.ts';
import { drawFor } from '../text/held-out.ts';
import { COLOURS } from '../text/lexis.ts';

export type ColourNoise = 'right' | 'neighbour' | 'missing' | 'none';

export interface SaidColours {
  readonly noise: ColourNoise;
  /** Before they are inflected. */
  readonly entries: readonly string[];
  /** As a form would hold them: English names, or the person's own words. */
  readonly listed: readonly string[];
}

export function sayColours(true_: readonly string[], language: Language, split: Split, chance: Chance): SaidColours {
  const [main, ...others] = true_;
  if (main === undefined) return { noise: 'none', entries: [], listed: [] };
  if (chance.happens(NOISE.colourMissing)) return { noise: 'missing', entries: [], listed: [] };
  const isOther = chance.happens(NOISE.colourNeighbour / (1 - NOISE.colourMissing));
  const seen = isOther ? chance.pick(COLOURS.get(main)?.neighbours ?? [main]) : main;
  const said = [seen, ...others.filter((one) => one !== seen && chance.happens(0.4))];
  const entries = said.map((colour) => drawFor(split, COLOURS.get(colour)?.words[language] ?? [colour], chance));
  const isEnglish = chance.happens(0.5);
  return {
    noise: isOther ? 'neighbour' : 'right',
    entries,
    listed: isEnglish ? said.map((colour) => COLOURS.get(colour)?.seen ?? colour) : entries.map(asListed),
  };
}

function asListed(entry: string): string {
  return entry.replace(/^=/, '').split('/')[0] ?? '';
}
