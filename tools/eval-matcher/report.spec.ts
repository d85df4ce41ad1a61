import { describe, expect, it } from '@jest/globals';
import { boundsOn } from './bounds.ts';
import type { Scored } from './data/candidate.ts';
import type { DataSet } from './data/data-set.ts';
import { type Post, postLine } from './data/post.ts';
import { lines } from './lines.ts';
import { reportOf } from './report.ts';
import { chooseThresholds } from './thresholds.ts';

const post = (id: string, language = 'en'): [string, Post] => [
  id,
  postLine.parse({
    id,
    kind: id.startsWith('l') ? 'lost' : 'found',
    title: 'Keys',
    category: id.endsWith('1') ? 'keys.house' : 'bags.tote',
    location: { lat: 0, lng: 0 },
    occurredFrom: 0,
    occurredTo: 1,
    language,
  }),
];
const set: DataSet = {
  folder: 'some',
  posts: new Map([post('l1'), post('l2', 'de-AT'), post('l3'), post('f1'), post('f2')]),
  truth: new Map([
    ['l1', new Set(['f1'])],
    ['l2', new Set(['f2'])],
  ]),
};
const scored = (...scores: readonly number[]): Scored[] =>
  (['l1', 'l1', 'l3'] as const).map((lostId, at) => ({ lostId, isTrue: at === 0, score: scores[at] ?? 0 }));
const all = new Map<string, Scored[] | string>([
  ['matcher', scored(0.9, 0.3, 0.86)],
  ['tfIdf', scored(0.1, 0.3, 0.2)],
  ['splink', 'no Python'],
]);
const ran = { posts: 5, candidates: 3, capped: 0, model: 'v1', intakeSeconds: 1, scoringSeconds: 0.5 };
const report = reportOf(set, all, chooseThresholds(all, 2), ran);

describe('the report', () => {
  it('has every figure, each over all that is true', () => {
    expect(report).toMatchObject({
      pairsCompleteness: 0.5,
      reductionRatio: 0.5,
      recallAt1: 0.5,
      precisionAt85: 0.5,
      recallAt85: 0.5,
      falseAlertsPer100Posts: 20,
      f1: 0.6667,
      seconds: 1.5,
      byLanguage: { en: { lost: 1, recallAt1: 1 }, de: { lost: 1, recallAt10: 0 } },
      byCategory: { keys: { lost: 1 }, bags: { lost: 1 } },
    });
  });

  it('says of a baseline that was not run that it was not, and why', () => {
    expect(report.baselines).toMatchObject({ tfIdf: { f1: 0.4 }, splink: { f1: null, notRun: 'no Python' } });
    expect(lines(report)).toContain('not run: no Python');
  });

  it('passes no bound that was not measured', () => {
    const verdicts = new Map(boundsOn(report).map(({ name, pass }) => [name, pass]));
    expect(verdicts.get('F1 against tfIdf')).toBe(true);
    expect(verdicts.get('F1 against splink')).toBe(false);
    expect(verdicts.get('recall at 10 of de')).toBe(false);
    expect(verdicts.get('recall at 10 of en')).toBe(true);
  });
});
