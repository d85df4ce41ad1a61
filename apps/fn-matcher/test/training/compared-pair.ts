import { rivalsOf } from '../../src/domain/scoring/prior.ts';
import type { Scoring } from '../../src/domain/scoring/scoring.ts';
import type { Traits } from '../../src/domain/traits/traits.ts';

/** A lost item with a candidate, as the signals see them. */
export interface ComparedPair {
  readonly lostId: string;
  readonly foundId: string;
  /** Null where nobody said. */
  readonly isMatch: boolean | null;
  /** log2(1 + rivals). */
  readonly crowd: number;
  /** By signal; a signal that had nothing to say is not there. */
  readonly seen: ReadonlyMap<string, Seen>;
}

export interface Seen {
  readonly level: string;
  readonly rarity?: number;
}

export interface Side {
  readonly id: string;
  readonly traits: Traits;
}

export function comparePair(lost: Side, found: Side, isMatch: boolean | null, scoring: Scoring): ComparedPair {
  const seen = new Map<string, Seen>();
  for (const { name, compare } of scoring.signals) {
    const evidence = compare(lost.traits, found.traits, scoring.terms);
    if (evidence !== null) seen.set(name, evidence);
  }
  const crowd = Math.log2(1 + rivalsOf(lost.traits, scoring.frequencies));
  return { lostId: lost.id, foundId: found.id, isMatch, crowd, seen };
}
