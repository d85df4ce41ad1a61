import { allSignals, type Knowledge } from '../signals/all-signals.ts';
import type { Signal } from '../signals/evidence.ts';
import { SharedTerms } from '../signals/shared-terms.ts';
import type { MatchModel } from './match-model.ts';
import { Rarity } from './rarity.ts';
import type { TermFrequencies } from './term-frequencies.ts';

/** What pairs are scored by; the same for all pairs between two refreshes of the frequencies. */
export interface Scoring {
  readonly signals: readonly Signal[];
  readonly model: MatchModel;
  readonly frequencies: TermFrequencies;
  readonly terms: SharedTerms;
}

export interface ScoringParts {
  readonly model: MatchModel;
  readonly frequencies: TermFrequencies;
  readonly knowledge: Knowledge;
  /** Names of signals that are switched off. */
  readonly off?: readonly string[];
}

export function scoringOf({ model, frequencies, knowledge, off = [] }: ScoringParts): Scoring {
  return {
    signals: allSignals(knowledge).filter(({ name }) => !off.includes(name)),
    model,
    frequencies,
    terms: new SharedTerms(new Rarity(frequencies, model.background)),
  };
}
