import type { CategoryTable } from '../../src/domain/blocking/categories.ts';
import type { MatchModel } from '../../src/domain/scoring/match-model.ts';
import { type Background, NO_BACKGROUND } from '../../src/domain/scoring/rarity.ts';
import { scoringOf } from '../../src/domain/scoring/scoring.ts';
import { countTerms } from '../../src/domain/scoring/term-frequencies.ts';
import type { Lexicon } from '../../src/domain/text/lexicon.ts';
import { termsOf } from '../../src/domain/traits/terms.ts';
import { traitsOf } from '../../src/domain/traits/traits-of.ts';
import { candidatePairs } from './candidate-pairs.ts';
import type { ComparedPair, Side } from './compared-pair.ts';
import { backgroundOf } from './estimate/background.ts';
import { isHeldOut } from './held-out.ts';
import { readPosts, readTruth } from './read-posts.ts';
import { trainWithLabels, trainWithoutLabels } from './train.ts';

export interface Lesson {
  /** Folder with posts.jsonl and, for labels, truth.jsonl. */
  readonly data: string;
  readonly validation: string | null;
  readonly labels: boolean;
  readonly version: string;
  /** From which EM starts. */
  readonly start: () => MatchModel;
}

export interface World {
  readonly lexicon: Lexicon;
  readonly categories: CategoryTable;
}

export async function learnFrom(lesson: Lesson, world: World): Promise<MatchModel> {
  const training = await sidesOf(lesson.data, world);
  const background = backgroundIn(training);
  const pairs = await pairsOf(lesson.data, training, background, { ...world, labels: lesson.labels });
  const learnt = lesson.labels
    ? await withLabels(pairs, lesson, background, world)
    : trainWithoutLabels(pairs, lesson.start().signals);
  const trained = { method: lesson.labels ? 'labels' : 'em', posts: training.length, pairs: pairs.length };
  return { version: lesson.version, trained, ...learnt, background };
}

async function withLabels(
  pairs: readonly ComparedPair[],
  { validation }: Lesson,
  background: Background,
  world: World,
) {
  if (validation === null) {
    const { kept = [], used = [] } = Object.groupBy(pairs, ({ lostId }) => (isHeldOut(lostId) ? 'kept' : 'used'));
    return trainWithLabels(used, kept);
  }
  const others = await pairsOf(validation, await sidesOf(validation, world), background, { ...world, labels: true });
  return trainWithLabels(pairs, others);
}

async function sidesOf(folder: string, { lexicon }: World): Promise<Side[]> {
  return (await readPosts(folder)).map((item) => ({ id: item.id, traits: traitsOf(item, lexicon) }));
}

function backgroundIn(sides: readonly Side[]): Background {
  const terms = sides.map(({ traits }) => termsOf(traits));
  return backgroundOf(countTerms(terms), terms.flat());
}

async function pairsOf(
  folder: string,
  sides: readonly Side[],
  background: Background,
  { lexicon, categories, labels }: World & { labels: boolean },
): Promise<ComparedPair[]> {
  const scoring = scoringOf({
    model: { ...UNTRAINED, background },
    frequencies: countTerms(sides.map(({ traits }) => termsOf(traits))),
    knowledge: { areConfusable: categories.areConfusable, colorDistance: lexicon.colorDistance.bind(lexicon) },
  });
  return [...candidatePairs(sides, labels ? await readTruth(folder) : null, scoring, categories)];
}

const UNTRAINED: MatchModel = {
  version: 'untrained',
  trained: {},
  prior: { alone: 0, perDoubling: 0 },
  background: NO_BACKGROUND,
  signals: {},
  calibration: { slope: 1, shift: 0 },
};
