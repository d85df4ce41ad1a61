import { SOURCE } from '../traits/traits.ts';
import type { Compare } from './evidence.ts';
import { strengthOf } from './strength.ts';

/** A sticker, an engraving, a scratch. The words never say which: to know it is a proof. */
export const marks: Compare = (lost, found, terms) => {
  if (((lost.allSources | found.allSources) & SOURCE.marks) === 0) return null;
  const { count, bits } = terms.of(lost, found).marks;
  if (count > 0) return { level: strengthOf(bits), words: 'marks in common' };
  const both = (lost.allSources & found.allSources & SOURCE.marks) !== 0;
  return both ? { level: 'none', words: 'other marks' } : null;
};
