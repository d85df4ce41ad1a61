import type { CategoryTable } from '../../src/domain/blocking/categories.ts';
import type { MatchModel } from '../../src/domain/scoring/match-model.ts';
import { type Background, NO_BACKGROUND } from '../../src/domain/scoring/rarity.ts';
import { scoringOf } from '../../src/domain/scoring/scoring.ts';
import { countTerms } from '../../src/domain/scoring/term-frequencies.ts';
import type { Lexicon } from '../../src/domain/text/lexicon.ts';
import { termsOf } from '../../src/domain/traits/terms.ts';
import { traitsOf } from '../../src/domain/traits/traits-of.ts';
import { candidatePairs, type Truth } from './candidate-pairs.ts';
import type { ComparedPair, Side } from './compared-pair.ts';
import { backgroundOf } from './estimate/background.ts';
import { foundLater } from './found-later.ts';
import { isHeldOut } from './held-out.ts';
import { readPosts, readTruth } from './read-posts.ts';
import { type AssumedSignals, trainWithLabels, trainWithoutLabels } from './train.ts';

export interface Lesson {
  /** Folders with posts.jsonl and, for labels, truth.jsonl. */
  readonly data: readonly string[];
  readonly validation: readonly string[];
  readonly labels: boolean;
  readonly version: string;
  readonly assumed: AssumedSignals;
  /** So large a part of what was found is taken as found later. */
  readonly later: number;
}

export interface World {
  readonly lexicon: Lexicon;
  readonly categories: CategoryTable;
}

export async function learnFrom(lesson: Lesson, world: World): Promise<MatchModel> {
  const { labels, assumed, version, later } = lesson;
  const folders = await Promise.all(
    lesson.data.map(async (folder) => ({ folder, sides: await sidesOf(folder, later, world) })),
  );
  const background = backgroundIn(folders.flatMap(({ sides }) => sides));
  const pairsIn = async ({ folder, sides }: Folder) => {
    const truth = labels ? await readTruth(folder) : null;
    return pairsOf(sides, truth, background, world);
  };
  const pairs = (await Promise.all(folders.map(pairsIn))).flat();
  const kept = await Promise.all(
    lesson.validation.map(async (folder) => pairsIn({ folder, sides: await sidesOf(folder, later, world) })),
  );
  const learnt = labels ? trainWithLabels(...halves(pairs, kept.flat()), assumed) : trainWithoutLabels(pairs, assumed);
  const posts = folders.reduce((sum, { sides }) => sum + sides.length, 0);
  return {
    version,
    trained: { method: labels ? 'labels' : 'em', later, posts, pairs: pairs.length },
    ...learnt,
    background,
  };
}

interface Folder {
  readonly folder: string;
  readonly sides: readonly Side[];
}

/** Where no validation is given, some of the lost items are held out for it. */
function halves(
  pairs: readonly ComparedPair[],
  validation: readonly ComparedPair[],
): [readonly ComparedPair[], readonly ComparedPair[]] {
  if (validation.length > 0) return [pairs, validation];
  const { kept = [], used = [] } = Object.groupBy(pairs, ({ lostId }) => (isHeldOut(lostId) ? 'kept' : 'used'));
  return [used, kept];
}

async function sidesOf(folder: string, later: number, { lexicon }: World): Promise<Side[]> {
  const items = await readPosts(folder);
  return items.map((item) => ({ id: item.id, traits: traitsOf(foundLater(item, later), lexicon) }));
}

function backgroundIn(sides: readonly Side[]): Background {
  const terms = sides.map(({ traits }) => termsOf(traits));
  return backgroundOf(countTerms(terms), terms.flat());
}

function pairsOf(
  sides: readonly Side[],
  truth: Truth | null,
  background: Background,
  { lexicon, categories }: World,
): ComparedPair[] {
  const scoring = scoringOf({
    model: { ...UNTRAINED, background },
    frequencies: countTerms(sides.map(({ traits }) => termsOf(traits))),
    knowledge: { areConfusable: categories.areConfusable, colorDistance: lexicon.colorDistance.bind(lexicon) },
  });
  return [...candidatePairs(sides, truth, scoring, categories)];
}

const UNTRAINED: MatchModel = {
  version: 'untrained',
  trained: {},
  prior: { alone: 0, perDoubling: 0 },
  background: NO_BACKGROUND,
  signals: {},
  calibration: { slope: 1, shift: 0 },
  contention: { ofLost: 1, ofFound: 1, slope: 1, shift: 0 },
};
