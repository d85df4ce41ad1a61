import { readFileSync } from 'node:fs';
import { checkedModel } from '../../src/domain/scoring/check-model.ts';
import type { MatchModel } from '../../src/domain/scoring/match-model.ts';
import { type Scoring, scoringOf } from '../../src/domain/scoring/scoring.ts';
import { CountedTerms } from '../../src/domain/scoring/term-frequencies.ts';

export function theModel(version = 'v1'): MatchModel {
  const text = readFileSync(new URL(`../../models/${version}.json`, import.meta.url), 'utf8');
  return checkedModel(JSON.parse(text) as MatchModel);
}

/** By the model that is shipped, among a thousand posts of which some have these terms. */
export function aScoring(counts: Readonly<Record<string, number>> = {}): Scoring {
  return scoringOf({
    model: theModel(),
    frequencies: new CountedTerms(1, 1_000, new Map(Object.entries(counts))),
    knowledge: { areConfusable: () => false, colorDistance: () => null },
  });
}
