import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { withClient } from '@foundnow/postgres';
import { testSchema, type TestSchema } from '@foundnow/postgres/testing';
import { fnMatcher } from '../../src/service.ts';
import type { PostNews } from '../../src/use-cases/posts/post-intake.port.ts';
import { type MatchingUnderTest, matchingOn } from '../matching/matching-under-test.ts';
import { readMatches, readOutbox } from '../matching/read-matches.ts';
import { aDelivery, anAnalysis, aPost, aSaid, HOUR, NOON } from '../matching/told.builder.ts';

let schema: TestSchema;
let matching: MatchingUnderTest;
beforeEach(async () => {
  schema = await testSchema('matcher', fnMatcher.migrations);
  matching = matchingOn(schema.database);
});
afterEach(() => schema.drop());

const tell = async (...told: readonly PostNews[]) => {
  for (const news of told) await matching.intake.take(news, aDelivery(), new Date());
  await matching.scorer.run();
};
const matches = () => readMatches(schema.adminUrl);
const later = (post: PostNews, version: number, news: Partial<PostNews>): PostNews => ({
  postId: post.postId,
  version,
  ...news,
});

describe('a lost and a found post', () => {
  it('match when they lie close and look alike, and are told of once', async () => {
    const [lost, found] = [aPost('lost'), aPost('found')];
    await tell(lost, found);
    expect(await matches()).toMatchObject([{ lost: lost.postId, found: found.postId, status: 'pending', version: 1 }]);
    expect(await readOutbox(schema.adminUrl)).toMatchObject([{ type: 'match.found' }]);
    await tell(lost, found);
    expect(await readOutbox(schema.adminUrl)).toHaveLength(1);
  });

  it('do not match when they are of one kind, far apart, of other kinds of things, or found before the loss', async () => {
    await tell(
      aPost('lost'),
      aPost('lost'),
      aPost('found', { place: { lat: 41, lng: -3.6893, accuracyMeters: 10 } }),
      aPost('found', { category: 'pets.dog' }),
      aPost('found', { occurredFrom: NOON - 30 * HOUR, occurredTo: NOON - 29 * HOUR, reportedAt: NOON - 28 * HOUR }),
    );
    expect(await matches()).toEqual([]);
  });

  it('match whatever organizations they are of, and whoever may read them', async () => {
    const [org, other] = [crypto.randomUUID(), crypto.randomUUID()];
    await tell(aPost('lost', { visibility: 'private' }), aPost('lost', { orgId: other, visibility: 'organization' }));
    await tell(aPost('found', { orgId: org, visibility: 'private' }));
    expect(await matches()).toHaveLength(2);
  });

  it('are scored again by what their photos show, also when that comes before the post', async () => {
    const lost = aPost('lost', { category: 'other.other' });
    const found = aPost('found', { occurredFrom: NOON + 4 * 24 * HOUR, occurredTo: NOON + 4 * 24 * HOUR });
    const seen = { ...anAnalysis(lost.postId).analysis, category: { value: 'bags.backpack', confidence: 0.9 } };
    await matching.intake.takeAnalysis(anAnalysis(lost.postId, { analysis: seen }), aDelivery(), new Date());
    await tell(found, lost);
    expect(await matches()).toMatchObject([{ status: 'pending' }]);
    await matching.intake.takeAnalysis(anAnalysis(lost.postId, { version: 2 }), aDelivery(), new Date());
    await matching.scorer.run();
    expect(await matches()).toMatchObject([{ status: 'expired', reason: 'evidence_changed' }]);
  });
});

describe('a post that is no longer looked for', () => {
  it.each([
    ['resolved', 'post_resolved'],
    ['expired', 'post_expired'],
  ] as const)(
    'ends its matches when it is %s, and has them back when it is looked for again',
    async (status, reason) => {
      const [lost, found] = [aPost('lost'), aPost('found')];
      await tell(lost, found);
      await tell(later(lost, 2, { status }));
      expect(await matches()).toMatchObject([{ status: 'expired', reason }]);
      await tell(later(lost, 3, { status: 'active', said: aSaid('lost') }));
      expect(await matches()).toMatchObject([{ status: 'pending', version: 3, reason: null }]);
      expect((await readOutbox(schema.adminUrl)).map(({ type }) => type)).toEqual([
        'match.found',
        'match.expired',
        'match.found',
      ]);
    },
  );

  it('ends its matches when it is deleted, leaves nothing of itself, and never comes back', async () => {
    const lost = aPost('lost', { title: 'Rucksack of Ada Example' });
    await tell(lost, aPost('found'));
    await matching.intake.remove({ postId: lost.postId, reason: 'post_deleted' }, aDelivery(), new Date());
    await tell(lost, later(lost, 9, { status: 'active', said: aSaid('lost') }));
    expect(await matches()).toMatchObject([{ status: 'expired', reason: 'post_deleted' }]);
    await withClient(schema.adminUrl, async (client) => {
      const { rows } = await client.query(`select said, traits, author_id, title, status from matcher.post
        where post_id = '${lost.postId}'`);
      expect(rows).toEqual([{ said: null, traits: null, author_id: null, title: '', status: 'deleted' }]);
    });
  });
});

describe('a job that fails', () => {
  it('is put aside after five times, and taken up again when its post changes', async () => {
    const lost = aPost('lost');
    await matching.intake.take(lost, aDelivery(), new Date());
    await withClient(schema.adminUrl, async (client) => {
      await client.query(`update matcher.post set traits = 'no json'`);
      for (let attempt = 0; attempt < 6; attempt += 1) {
        await matching.scorer.run();
        await client.query(`update matcher.scoring_job set next_at = now() - interval '1 s'`);
      }
    });
    expect(matching.setAside).toEqual([lost.postId]);
    expect(matching.troubles).toHaveLength(4);
    expect(await matching.jobs.backlog(new Date())).toMatchObject({ waiting: 0, setAside: 1 });
    await tell(later(lost, 2, { said: aSaid('lost'), status: 'active' }));
    expect(await matching.jobs.backlog(new Date())).toMatchObject({ waiting: 0, setAside: 0 });
  });
});
