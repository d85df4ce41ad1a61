import { SOURCE } from '../traits/traits.ts';
import type { Compare } from './evidence.ts';
import { strengthOf } from './strength.ts';

/** What the photos of one show, against the photos or the words of the other. */
export const tags: Compare = (lost, found, terms) => {
  if (((lost.allSources | found.allSources) & SOURCE.tags) === 0) return null;
  const { count, bits } = terms.of(lost, found).tags;
  if (count > 0) return { level: strengthOf(bits), words: 'the photos show something in common' };
  const both = (lost.allSources & found.allSources & SOURCE.tags) !== 0;
  return both ? { level: 'none', words: 'the photos show nothing in common' } : null;
};
