import { describe, expect, it } from '@jest/globals';
import { testSchema, type TestSchema } from '@foundnow/postgres/testing';
import { fnMatcher } from '../../src/service.ts';
import { interleavings } from '../config.ts';
import { type MatchingUnderTest, matchingOn } from '../matching/matching-under-test.ts';
import { postHistories, type Told } from '../matching/post-histories.ts';
import { readMatches } from '../matching/read-matches.ts';
import { snapshotsIn } from '../matching/snapshots.ts';
import { seededRandom, shuffled } from '../matching/seeded-random.ts';

const POSTS = 16;
const seeds = Array.from({ length: interleavings() }, (_, at) => at + 1);

describe('matches', () => {
  it.each(seeds)(
    'are the same in the end, whoever hears what, when and how often (seed %i)',
    async (seed) => {
      const random = seededRandom(seed);
      const histories = postHistories(POSTS, random);
      const inOrder = await matchesAfter(async (matching) => {
        for (const told of histories.flat()) await told.to(matching);
      });
      const messy = await matchesAfter((matching, schema) =>
        play(shuffledWithAgain(histories.flat(), random), random, [
          matching,
          matchingOn(schema.openDatabase({ poolSize: 4 })),
        ]),
      );
      expect(messy).toEqual(inOrder);
    },
    120_000,
  );

  it('are the same again in an empty matcher that hears snapshots of all posts, and their analyses', async () => {
    const told = postHistories(POSTS, seededRandom(4711)).flat();
    let snapshots: readonly Told[] = [];
    const before = await matchesAfter(async (matching, schema) => {
      for (const each of told) await each.to(matching);
      snapshots = await snapshotsIn(schema);
    });
    const after = await matchesAfter(async (matching) => {
      for (const each of snapshots) await each.to(matching);
    });
    expect(before.length).toBeGreaterThan(0);
    expect(after).toEqual(before);
  });
});

type Play = (matching: MatchingUnderTest, schema: TestSchema) => Promise<void>;

async function matchesAfter(work: Play) {
  const schema = await testSchema('matcher', fnMatcher.migrations);
  try {
    const matching = matchingOn(schema.database);
    await work(matching, schema);
    await matching.scorer.run();
    expect([matching.troubles, await matching.jobs.backlog(new Date())]).toMatchObject([
      [],
      { waiting: 0, setAside: 0 },
    ]);
    const rows = await readMatches(schema.adminUrl);
    expect(new Set(rows.map(({ lost, found }) => `${lost} ${found}`)).size).toBe(rows.length);
    return rows
      .filter(({ status }) => status === 'pending')
      .map(({ lost, found, probability }) => ({ lost, found, probability: probability.toFixed(9) }));
  } finally {
    await schema.drop();
  }
}

/** Out of order, and a third of it twice. */
function shuffledWithAgain(told: readonly Told[], random: () => number): Told[] {
  return shuffled([...told, ...told.filter(() => random() < 0.3)], random);
}

/** Each replica takes what comes next, and scores now and then, while the other does the same. */
async function play(
  told: readonly Told[],
  random: () => number,
  replicas: readonly MatchingUnderTest[],
): Promise<void> {
  const waiting = [...told];
  await Promise.all(
    [...replicas, ...replicas].map(async (replica) => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
        await next.to(replica);
        if (random() < 0.4) await replica.scorer.run();
      }
    }),
  );
  expect(replicas.flatMap(({ troubles }) => troubles)).toEqual([]);
}
