import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testSchema, type TestSchema } from '@foundnow/postgres/testing';
import { PostgresRecentPosts } from '../../src/outbound/postgres/replay/postgres-recent-posts.ts';
import { fnMatcher } from '../../src/service.ts';
import { type Difference, ReplayModel } from '../../src/use-cases/replay/replay-model.ts';
import type { ScoringRules } from '../../src/use-cases/scoring/score-post.ts';
import { type MatchingUnderTest, matchingOn } from '../matching/matching-under-test.ts';
import { postHistories } from '../matching/post-histories.ts';
import { readMatches } from '../matching/read-matches.ts';
import { seededRandom } from '../matching/seeded-random.ts';

const NOTHING = { notify: 2, show: 2, review: 2 };

describe('another model', () => {
  let schema: TestSchema;
  let matching: MatchingUnderTest;
  beforeAll(async () => {
    schema = await testSchema('matcher', fnMatcher.migrations);
    matching = matchingOn(schema.database);
    for (const told of postHistories(16, seededRandom(7)).flat()) await told.to(matching);
    await matching.scorer.run();
  }, 60_000);
  afterAll(() => schema.drop());

  const replay = async (then: ScoringRules, from = new Date(0)): Promise<Difference[]> => {
    const posts = new PostgresRecentPosts(schema.database);
    const useCase = new ReplayModel(posts, matching.reader, async () => [matching.rules, then]);
    const differences: Difference[] = [];
    for await (const difference of useCase.run('other', from)) differences.push(difference);
    return differences;
  };

  it('that says the same differs in nothing', async () => {
    expect(await replay(matching.rules)).toEqual([]);
  });

  it('that matches nothing differs in exactly the matches that there are', async () => {
    const differences = await replay({ ...matching.rules, thresholds: NOTHING });
    const live = (await readMatches(schema.adminUrl)).filter(({ status }) => status === 'pending');
    const told = differences.map(({ lostPostId: lost, foundPostId: found, before }) => {
      return { lost, found, probability: before?.probability.toFixed(9) };
    });
    const by = (one: { lost: string; found: string }, other: { lost: string; found: string }) =>
      `${one.lost}${one.found}` < `${other.lost}${other.found}` ? -1 : 1;
    expect(live.length).toBeGreaterThan(0);
    expect(told.toSorted(by)).toEqual(
      live.map(({ lost, found, probability }) => ({ lost, found, probability: probability.toFixed(9) })).toSorted(by),
    );
    expect(differences.every(({ after }) => after === null)).toBe(true);
  });

  it('is tried on no posts from before the day that was named', async () => {
    expect(await replay({ ...matching.rules, thresholds: NOTHING }, new Date('9999-01-01'))).toEqual([]);
  });
});
