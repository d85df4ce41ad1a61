import { fittingCell } from '../traits/cells.ts';
import { familyOf, kindTerm, placeTerm, weekOf, weekTerm } from '../traits/terms.ts';
import type { Traits } from '../traits/traits.ts';
import type { PriorModel } from './match-model.ts';
import type { Reason } from './reason.ts';
import type { TermFrequencies } from './term-frequencies.ts';

/** The more things of the kind lie about there, the less it says that this is one of them. */
export function priorOf(lost: Traits, { alone, perDoubling }: PriorModel, frequencies: TermFrequencies): Reason {
  const rivals = rivalsOf(lost, frequencies);
  return {
    signal: 'prior',
    level: 'rivals',
    words: rivals < 1 ? 'hardly any such thing was found about there' : 'such things are found about there',
    weight: alone - perDoubling * Math.log2(1 + rivals),
  };
}

/** Found items of the family to be expected where and about when this was lost, as of the last refresh. */
export function rivalsOf(lost: Traits, frequencies: TermFrequencies): number {
  const cell = fittingCell(lost.cells, lost.spreadMeters);
  const there = cell === undefined ? 0 : frequencies.count(placeTerm('found', cell, familyOf(lost)));
  return there === 0 ? 0 : there * shareThen(lost, frequencies);
}

/** Weeks in which what was lost may have been found: those of the loss and the next. */
const MOST_WEEKS = 5;

function shareThen({ from, to }: Traits, frequencies: TermFrequencies): number {
  const first = weekOf(from);
  const last = Math.min(first + MOST_WEEKS, weekOf(to) + 1);
  let then = 0;
  for (let week = first; week <= last; week += 1) then += frequencies.count(weekTerm('found', week));
  return Math.min(1, then / Math.max(1, frequencies.count(kindTerm('found'))));
}
