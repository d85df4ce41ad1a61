import type { MatchModel } from '../../src/domain/scoring/match-model.ts';
import { NO_BACKGROUND } from '../../src/domain/scoring/rarity.ts';
import { type Scoring, scoringOf } from '../../src/domain/scoring/scoring.ts';
import { CountedTerms } from '../../src/domain/scoring/term-frequencies.ts';
import { distanceMeters } from '../../src/domain/signals/distance.ts';
import type { Signal } from '../../src/domain/signals/evidence.ts';
import { serial } from '../../src/domain/signals/serial.ts';

/** So many bits for each level. */
const levels = (bits: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(bits).map(([level, weight]) => [level, { m: 2 ** (weight - 10), u: 2 ** -10 }]));

const MODEL: MatchModel = {
  version: 'test-1',
  trained: {},
  prior: { alone: -4, perDoubling: 0 },
  background: NO_BACKGROUND,
  signals: {
    category: { trust: 1, levels: levels({ same: 3, 'seen-same': 2, other: -1 }) },
    place: { trust: 1, levels: levels({ here: 3, near: 1, far: -5 }) },
    time: { trust: 1, levels: levels({ after: 2, late: 0, before: -9 }) },
    serial: { trust: 1, levels: levels({ same: 9, near: 5, different: -8 }) },
  },
  calibration: { slope: 1, shift: 0 },
  contention: { ofLost: 0.5, ofFound: 0.5, slope: 1, shift: 0 },
};

const DAY_MS = 86_400_000;
const evidence = (level: string) => ({ level, words: level });

const SIGNALS: readonly Signal[] = [
  {
    name: 'category',
    compare: ({ categories: ours }, { categories: theirs }) => {
      if (ours[0] === theirs[0]) return evidence('same');
      return evidence(ours.some((category) => theirs.includes(category)) ? 'seen-same' : 'other');
    },
  },
  {
    name: 'place',
    compare: (lost, found) => {
      const meters = distanceMeters(lost, found);
      if (meters <= 200) return evidence('here');
      return evidence(meters <= 1_000 ? 'near' : 'far');
    },
  },
  {
    name: 'time',
    compare: (lost, found) => {
      if (found.to < lost.from) return evidence('before');
      return evidence(found.from - lost.to < 2 * DAY_MS ? 'after' : 'late');
    },
  },
  { name: 'serial', compare: serial },
];

/** A model that anybody can reckon with, and that no training changes. */
export function testScoring(): Scoring {
  const knowledge = { areConfusable: () => false, colorDistance: () => null };
  const scoring = scoringOf({ model: MODEL, frequencies: new CountedTerms(1, 0, new Map()), knowledge });
  return { ...scoring, signals: SIGNALS };
}
