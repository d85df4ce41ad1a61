import { contendersAmong, contentionBeside } from '../../../src/domain/scoring/contention.ts';
import type { Contention } from '../../../src/domain/scoring/match-model.ts';
import type { ComparedPair } from '../compared-pair.ts';
import { totalOf } from './calibrate.ts';
import { logisticRegression } from './logistic.ts';
import type { Learnt } from './learnt.ts';

/** Pairs with less speak neither for nor against anything. */
const LEAST_BITS = -9;
const FIRMNESS = 20;

/** What speaks for the other candidates of either side, in bits, pair by pair. */
export interface Beside {
  readonly ofLost: readonly number[];
  readonly ofFound: readonly number[];
}

export const NOBODY_BESIDE: Beside = { ofLost: [], ofFound: [] };

export function besideOf(pairs: readonly ComparedPair[], model: Learnt): Beside {
  const weights = pairs.map((pair) => totalOf(pair, model));
  return {
    ofLost: besideEach(pairs, weights, 'lostId', 'foundId'),
    ofFound: besideEach(pairs, weights, 'foundId', 'lostId'),
  };
}

/** How much the other candidates of both sides take from a pair, and what probability is left. */
export function learnContention(pairs: readonly ComparedPair[], model: Learnt): Contention {
  const { ofLost, ofFound } = besideOf(pairs, model);
  const examples = pairs
    .map((pair, at) => {
      const features = [totalOf(pair, model), -(ofLost[at] ?? 0), -(ofFound[at] ?? 0), 1];
      return { features, isMatch: pair.isMatch === true };
    })
    .filter(({ features }) => (features[0] ?? 0) >= LEAST_BITS);
  const [slope = 1, lost = 1, found = 1, shift = 0] = logisticRegression(examples, {
    towards: [Math.LN2, Math.LN2, Math.LN2, 0],
    strength: [FIRMNESS, FIRMNESS, FIRMNESS, 0.1],
  }).map((value) => value / Math.LN2);
  const positive = Math.max(0.1, slope);
  return { ofLost: Math.max(0, lost / positive), ofFound: Math.max(0, found / positive), slope: positive, shift };
}

type Side = 'lostId' | 'foundId';

function besideEach(pairs: readonly ComparedPair[], weights: readonly number[], side: Side, other: Side): number[] {
  const groups = new Map<string, { postId: string; weight: number }[]>();
  for (const [at, pair] of pairs.entries()) {
    const group = groups.get(pair[side]) ?? [];
    group.push({ postId: pair[other], weight: weights[at] ?? 0 });
    groups.set(pair[side], group);
  }
  const contenders = new Map([...groups].map(([id, group]) => [id, contendersAmong(group)]));
  return pairs.map((pair) => contentionBeside(pair[other], contenders.get(pair[side]) ?? []));
}
