import type { Evidence } from '../signals/evidence.ts';
import type { SignalModel } from './match-model.ts';

/** However rare a word, more than this it does not add: it may be a slip that two people share. */
const MOST_FOR_RARITY = 6;

/** Bits that one piece of evidence speaks for (or, below 0, against). A level that the model does not know says nothing. */
export function weightOf({ level, rarity }: Evidence, { trust, levels }: SignalModel): number {
  const learnt = levels[level];
  if (learnt === undefined) return 0;
  const bits = trust * Math.log2(learnt.m / learnt.u) + (learnt.nudge ?? 0);
  if (rarity === undefined || learnt.rarity === undefined) return bits;
  return bits + trust * Math.max(-MOST_FOR_RARITY, Math.min(MOST_FOR_RARITY, rarity - learnt.rarity));
}
