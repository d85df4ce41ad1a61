import { SOURCE } from '../traits/traits.ts';
import type { Compare } from './evidence.ts';
import { strengthOf } from './strength.ts';

/** What is written on one, against what is written on or said of the other. */
export const writing: Compare = (lost, found, terms) => {
  if (((lost.allSources | found.allSources) & SOURCE.writing) === 0) return null;
  const { count, bits } = terms.of(lost, found).writing;
  if (count > 0) return { level: strengthOf(bits), words: 'writing in the photos in common' };
  const both = (lost.allSources & found.allSources & SOURCE.writing) !== 0;
  return both ? { level: 'none', words: 'other writing in the photos' } : null;
};
