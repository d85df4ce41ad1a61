import { fittingCell } from '../traits/cells.ts';
import { familyOf, placeTerm } from '../traits/terms.ts';
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
    words: rivals === 0 ? 'nothing of the kind was found about there' : 'how many such items were found about there',
    weight: alone - perDoubling * Math.log2(1 + rivals),
  };
}

/** Found items of the family that lie where this was lost, as of the last refresh. */
export function rivalsOf(lost: Traits, frequencies: TermFrequencies): number {
  const cell = fittingCell(lost.cells, lost.spreadMeters);
  return cell === undefined ? 0 : frequencies.count(placeTerm('found', cell, familyOf(lost)));
}
