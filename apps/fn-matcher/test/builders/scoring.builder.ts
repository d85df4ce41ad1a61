import { readModel } from '../../src/outbound/knowledge/read-model.ts';
import { type Scoring, scoringOf } from '../../src/domain/scoring/scoring.ts';
import { CountedTerms } from '../../src/domain/scoring/term-frequencies.ts';

/** By the model that is shipped, among a thousand posts of which some have these terms. */
export function aScoring(counts: Readonly<Record<string, number>> = {}): Scoring {
  return scoringOf({
    model: readModel('v1'),
    frequencies: new CountedTerms(1, 1_000, new Map(Object.entries(counts))),
    knowledge: { areConfusable: () => false, colorDistance: () => null },
  });
}
