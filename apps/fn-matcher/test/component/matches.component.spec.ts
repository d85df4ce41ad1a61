import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { call } from '@foundnow/service/testing';
import type { ExplanationResponse } from '../../src/inbound/http/matches/explanation.response.ts';
import type { MatchesResponse, MatchResponse } from '../../src/inbound/http/matches/match.response.ts';
import { type ClaimPlay, claimPlay, PROOF, RIGHT } from '../claim-play.ts';
import { aPair } from '../pair.builder.ts';
import { type MatcherUnderTest, startMatcher } from '../start-matcher.ts';

const ORG = '0199aaaa-bbbb-7ccc-8ddd-000000000001';

let matcher: MatcherUnderTest;
let play: ClaimPlay;
beforeAll(async () => {
  matcher = await startMatcher();
  play = claimPlay(matcher);
});
afterAll(() => matcher.stop());

const read = async (id: string, as: string) => (await call<MatchResponse>(matcher, `GET /matches/${id}`, { as })).body;
const explain = async (id: string, as: string) =>
  (await call<ExplanationResponse>(matcher, `GET /matches/${id}/explain`, { as })).body;
const list = async (as: string, query = '') =>
  (await call<MatchesResponse>(matcher, `GET /matches${query}`, { as })).body;

describe('a match', () => {
  it('shows each side its own post, and the other as far as it may be read', async () => {
    const { matchId, loser, finder } = await aPair(matcher, { found: { visibility: 'private', title: 'Secret bag' } });
    const seen = await read(matchId, await play.tokenOf(loser));
    expect(seen).toMatchObject({
      yourSides: ['lost'],
      lost: { isShown: true, title: 'Blue rucksack' },
      found: { isShown: false, postId: null, title: null, category: null, decision: 'pending' },
    });
    expect(JSON.stringify(seen)).not.toMatch(new RegExp(`${finder}|${loser}|Secret`));
    expect(await read(matchId, await play.tokenOf(finder))).toMatchObject({
      yourSides: ['found'],
      lost: { isShown: true },
      found: { isShown: true, title: 'Secret bag' },
    });
  });

  it('shows both sides both posts once a claim was verified', async () => {
    const { matchId, finder, as } = await play.confirmed({ found: { visibility: 'private', proof: PROOF } });
    const { body } = await play.claim(matchId, as, RIGHT);
    expect((await read(matchId, as)).found.isShown).toBe(false);
    await play.decide(body.id, 'verify', await play.tokenOf(finder));
    expect((await read(matchId, as)).found).toMatchObject({ isShown: true, title: 'Blue rucksack' });
  });

  it('explains itself by signal, weight and sum, in words only where both posts may be read', async () => {
    const open = await aPair(matcher);
    const whole = await explain(open.matchId, await play.tokenOf(open.loser));
    expect(whole).toMatchObject({ isWhole: true, sum: 6.5, modelVersion: 'test-1', confidence: 0.9 });
    expect(whole.signals.map(({ evidence }) => evidence)).toEqual([
      'Nordhike on both, a rare brand',
      'navy and blue are close',
      'about 300 m apart',
      'identifiers were compared, where both gave any',
    ]);
    expect(whole.signals.map(({ weight }) => weight)).toEqual([5, 1.5, null, null]);
    const hidden = await aPair(matcher, { found: { visibility: 'private' } });
    const part = await explain(hidden.matchId, await play.tokenOf(hidden.loser));
    expect(part.isWhole).toBe(false);
    expect(part.signals.map(({ evidence }) => evidence)).toEqual([
      'speaks for it',
      'speaks for it',
      'about 300 m apart',
      'identifiers were compared, where both gave any',
    ]);
  });

  it('is confirmed by both sides, and not for one who answers another version', async () => {
    const { matchId, loser, finder } = await aPair(matcher);
    const [as, other] = [await play.tokenOf(loser), await play.tokenOf(finder)];
    const stale = await call<{ code: string }>(matcher, `POST /matches/${matchId}/confirm`, {
      as,
      headers: { 'if-match': '"7"' },
    });
    expect([stale.status, stale.body.code]).toEqual([412, 'precondition.stale']);
    const without = await call<{ code: string }>(matcher, `POST /matches/${matchId}/confirm`, { as });
    expect(without.status).toBe(428);
    expect((await play.answer(matchId, 'confirm', as)).body).toMatchObject({ status: 'pending', version: 2 });
    const again = await play.answer(matchId, 'confirm', as);
    expect([again.status, again.body.version]).toEqual([200, 2]);
    expect((await play.answer(matchId, 'confirm', other)).body).toMatchObject({ status: 'confirmed', version: 3 });
    await play.told('match.updated', matchId);
    await play.told('match.confirmed', matchId);
  });

  it('is answered by a desk for the side that it names, where both are its own', async () => {
    const lost = { orgId: ORG, intake: 'desk' };
    const { matchId } = await aPair(matcher, { lost, found: { orgId: ORG, intake: 'desk' } });
    const desk = await play.deskOf(ORG);
    expect((await play.answer(matchId, 'confirm', desk)).body).toMatchObject({
      yourSides: ['lost', 'found'],
      lost: { decision: 'pending' },
      found: { decision: 'confirmed' },
    });
    expect((await play.answer(matchId, 'confirm', desk, { side: 'lost' })).body.status).toBe('confirmed');
  });

  it('is rejected by one side with a reason, for good', async () => {
    const { matchId, loser, finder } = await aPair(matcher);
    const as = await play.tokenOf(loser);
    const rejected = await play.answer(matchId, 'reject', as, { reason: 'wrong_item', note: 'mine has a red strap' });
    expect(rejected.body).toMatchObject({ status: 'rejected', endReason: 'wrong_item' });
    expect((await play.answer(matchId, 'confirm', await play.tokenOf(finder))).body.code).toBe('match.not_open');
    expect(await play.told('match.rejected', matchId)).toMatchObject([{ rejectedBy: 'lost', reason: 'wrong_item' }]);
  });

  it('ends the claim on it when it is rejected', async () => {
    const { matchId, finder, as } = await play.confirmed();
    const { body } = await play.claim(matchId, as, RIGHT);
    await play.answer(matchId, 'reject', await play.tokenOf(finder), { reason: 'wrong_item' });
    expect(await play.told('claim.expired', matchId)).toMatchObject([{ claimId: body.id, previousStatus: 'opened' }]);
  });
});

describe('the matches of somebody', () => {
  it('are listed by post, status, tier and confidence, in three orders, page by page', async () => {
    const loser = crypto.randomUUID();
    const hour = (count: number) => new Date(Date.UTC(2026, 2, 1, count));
    const made = [];
    for (const [at, probability] of [0.71, 0.95, 0.8].entries()) {
      const tier = probability >= 0.85 ? 'notify' : 'show';
      made.push(await aPair(matcher, { lost: { authorId: loser }, probability, tier, foundAt: hour(at) }));
    }
    const [first, second, third] = made.map(({ matchId }) => matchId);
    const as = await play.tokenOf(loser);
    const ids = async (query: string) => (await list(as, query)).items.map(({ id }) => id);
    expect(await ids('')).toEqual([third, second, first]);
    expect(await ids('?sort=confidence')).toEqual([second, third, first]);
    expect(await ids('?sort=expiring')).toEqual([first, second, third]);
    expect(await ids('?tier=notify')).toEqual([second]);
    expect(await ids('?minConfidence=0.75&maxConfidence=0.9')).toEqual([third]);
    expect(await ids(`?post=${made[0]?.foundPostId}`)).toEqual([first]);
    expect(await ids('?status=confirmed')).toEqual([]);
    for (const sort of ['newest', 'confidence', 'expiring']) {
      const seen: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const page: MatchesResponse = await list(as, `?limit=1&sort=${sort}${cursor && `&cursor=${cursor}`}`);
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor;
      }
      expect(seen).toEqual(await ids(`?sort=${sort}`));
    }
  });

  it('are those of a desk, with what is only worth its look, and of nobody else', async () => {
    const org = crypto.randomUUID();
    const doubtful = await aPair(matcher, { found: { orgId: org, intake: 'desk' }, tier: 'review', probability: 0.6 });
    const hidden = await aPair(matcher, { found: { orgId: org, visibility: 'private' } });
    expect((await list(await play.deskOf(org))).items.map(({ id }) => id)).toEqual([doubtful.matchId]);
    expect((await list(await play.tokenOf(doubtful.loser))).items).toEqual([]);
    expect((await list(await play.tokenOf(crypto.randomUUID(), org))).items).toEqual([]);
    expect((await list(await play.tokenOf(hidden.finder))).items).toHaveLength(1);
    await play.answer(doubtful.matchId, 'confirm', await play.deskOf(org));
    expect((await list(await play.tokenOf(doubtful.loser))).items).toHaveLength(1);
  });

  it('tell how sure they are in hundredths, also to who filters by it or pages through them', async () => {
    const { loser } = await aPair(matcher, { probability: 0.87654321 });
    const as = await play.tokenOf(loser);
    const found = async (query: string) => (await list(as, query)).items.map(({ confidence }) => confidence);
    expect(await found('')).toEqual([0.88]);
    expect(await found('?minConfidence=0.88&maxConfidence=0.88&sort=confidence')).toEqual([0.88]);
    expect(await found('?maxConfidence=0.8799')).toEqual([]);
  });

  it('refuse a cursor that somebody made up', async () => {
    const as = await play.tokenOf(crypto.randomUUID());
    const { status } = await call(matcher, 'GET /matches?cursor=abcdefgh', { as });
    expect(status).toBe(400);
  });
});
