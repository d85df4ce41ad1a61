import type { DataSet } from './data/data-set.ts';
import { blockingOf, pairsIn } from './metrics/blocking.ts';
import { calibrationOf } from './metrics/calibration.ts';
import { type Decisions, decisionsAt } from './metrics/decisions.ts';
import { groupsBy, rounded } from './metrics/groups.ts';
import { ranksOf, recallAt } from './metrics/ranks.ts';
import type { Ran } from './pipeline/run-pipeline.ts';
import type { AllScored } from './scorers.ts';
import { seededRandom } from './seeded-random.ts';
import type { Thresholds } from './thresholds.ts';

const SEED = 1;

/** Everything that is said of the matcher on one set of posts. */
export function reportOf(set: DataSet, all: AllScored, thresholds: Thresholds, ran: Ran) {
  const scored = all.get('matcher');
  if (scored === undefined || typeof scored === 'string') throw new Error('the matcher scored nothing');
  const pairs = pairsIn(set.truth);
  const ranks = ranksOf(scored);
  const [at85, at70] = [decisionsAt(0.85, scored, pairs), decisionsAt(0.7, scored, pairs)];
  const calibration = calibrationOf(scored, seededRandom(SEED));
  const blocking = blockingOf(set, scored.length, scored.filter(({ isTrue }) => isTrue).length);
  const recall = (most: number) => rounded(recallAt(most, set.truth.keys(), ranks));
  const atChosen = (name: string) => chosenAt(all.get(name), thresholds[name], pairs);
  return {
    pairsCompleteness: rounded(blocking.pairsCompleteness),
    reductionRatio: Math.round(blocking.reductionRatio * 1e6) / 1e6,
    recallAt1: recall(1),
    recallAt5: recall(5),
    recallAt10: recall(10),
    precisionAt85: rounded(at85.precision),
    recallAt85: rounded(at85.recall),
    precisionAt70: rounded(at70.precision),
    recallAt70: rounded(at70.recall),
    falseAlertsPer100Posts: rounded((100 * at85.wrong) / set.posts.size),
    calibrationError: rounded(calibration.error),
    f1: atChosen('matcher').f1 ?? 0,
    seconds: rounded(ran.intakeSeconds + ran.scoringSeconds),
    baselines: Object.fromEntries(
      [...all.keys()].filter((name) => name !== 'matcher').map((name) => [name, atChosen(name)]),
    ),
    byLanguage: groupsBy(({ language }) => language.split('-')[0] ?? language, set, scored, ranks),
    byCategory: groupsBy(({ category }) => category.split('.')[0] ?? category, set, scored, ranks),
    details: {
      posts: set.posts.size,
      pairs,
      candidates: scored.length,
      capped: ran.capped,
      model: ran.model,
      threshold: thresholds['matcher'],
      calibrationInterval: calibration.interval.map(rounded),
      calibratedOn: calibration.candidates,
      intakeSeconds: rounded(ran.intakeSeconds),
      scoringSeconds: rounded(ran.scoringSeconds),
    },
  };
}

export type Report = ReturnType<typeof reportOf>;

/** What was not run is said in the same place as what was. */
function chosenAt(
  scored: AllScored extends ReadonlyMap<string, infer Value> ? Value | undefined : never,
  threshold: number | undefined,
  pairs: number,
): Chosen {
  if (scored === undefined || typeof scored === 'string') return { f1: null, notRun: scored ?? 'not asked for' };
  if (threshold === undefined) return { f1: null, notRun: 'no threshold was chosen' };
  const { f1, precision, recall }: Decisions = decisionsAt(threshold, scored, pairs);
  return { f1: rounded(f1), precision: rounded(precision), recall: rounded(recall), threshold: rounded(threshold) };
}

interface Chosen {
  readonly f1: number | null;
  readonly precision?: number;
  readonly recall?: number;
  readonly threshold?: number;
  readonly notRun?: string;
}
