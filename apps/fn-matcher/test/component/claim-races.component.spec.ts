import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@foundnow/postgres';
import { type ClaimPlay, claimPlay, RIGHT } from '../claim-play.ts';
import { aPair } from '../pair.builder.ts';
import { type MatcherUnderTest, startMatcher } from '../start-matcher.ts';

let matcher: MatcherUnderTest;
let play: ClaimPlay;
beforeAll(async () => {
  matcher = await startMatcher();
  play = claimPlay(matcher);
});
afterAll(() => matcher.stop());

const tally = (words: readonly (string | undefined)[]) =>
  Object.fromEntries(
    Object.entries(Object.groupBy(words, (word) => word ?? '')).map(([word, all]) => [word, all?.length]),
  );

describe('what many do at once', () => {
  it('opens one claim of a person on an item, on however many of her posts', async () => {
    const first = await play.confirmed();
    const more = await Promise.all(
      [1, 2, 3, 4].map(() =>
        aPair(matcher, { lost: { authorId: first.loser }, foundPostId: first.foundPostId, lostDecision: 'confirmed' }),
      ),
    );
    const all = await Promise.all([first, ...more].map(({ matchId }) => play.claim(matchId, first.as, RIGHT)));
    expect(tally(all.map(({ body }) => body.proof ?? body.code))).toEqual({ proven: 1, 'claim.open': 4 });
  });

  it('judges no more than five answers of a person', async () => {
    const { matchId, as } = await play.confirmed();
    const all = await Promise.all(Array.from({ length: 8 }, () => play.claim(matchId, as, ['no', 'none'])));
    expect(tally(all.map(({ body }) => body.proof ?? body.code))).toEqual({
      not_proven: 5,
      under_review: 1,
      'claim.open': 2,
    });
  });

  it('verifies one of two claims on an item', async () => {
    const one = await play.confirmed();
    const two = await play.confirmed({ foundPostId: one.foundPostId });
    const claims = await Promise.all([one, two].map(({ matchId, as }) => play.claim(matchId, as, RIGHT)));
    const at = await play.tokenOf(one.finder);
    const verified = await Promise.all(claims.map(({ body }) => play.decide(body.id, 'verify', at)));
    const outcomes = verified.map(({ body }) => body.code ?? body.status);
    expect(outcomes.filter((outcome) => outcome === 'verified')).toHaveLength(1);
  });

  it('hands an item over once, and takes five wrong codes', async () => {
    const { matchId, finder, as } = await play.confirmed();
    const { body } = await play.claim(matchId, as, RIGHT);
    const at = await play.tokenOf(finder);
    await play.decide(body.id, 'verify', at);
    const wrong = await Promise.all(Array.from({ length: 9 }, () => play.handover(body.id, '999999', at)));
    expect(tally(wrong.map((answer) => answer.body.code))).toEqual({
      'claim.wrong_code': 5,
      'claim.code_used_up': 4,
    });
    await play.decide(body.id, 'verify', at);
    const code = await play.codeOf(matchId, 2);
    const right = await Promise.all([1, 2, 3].map(() => play.handover(body.id, code, at)));
    expect(right.filter(({ status }) => status === 200)).toHaveLength(1);
    await play.told('item.returned', matchId);
  });
});

describe('a claim, to the database', () => {
  it('is shown to its people and their organization, to nobody else, and to nobody without a scope', async () => {
    const ORG = crypto.randomUUID();
    const found = { orgId: ORG, intake: 'desk', proof: [] };
    const { matchId, loser, finder, as } = await play.confirmed({ found });
    await play.claim(matchId, as, []);
    const seenBy = async (settings: Record<string, string>) =>
      withClient(matcher.env['DATABASE_URL'] ?? '', async (client) => {
        for (const [name, value] of Object.entries(settings)) {
          await client.query('select set_config($1, $2, false)', [name, value]);
        }
        const counted = await Promise.all(
          ['claim', 'match', 'match_answer'].map(async (table) => {
            const { rows } = await client.query<{ count: number }>(
              `select count(*)::int as count from matcher.${table} where match_id = $1`,
              [matchId],
            );
            return rows[0]?.count;
          }),
        );
        return counted.join();
      });
    expect(await seenBy({})).toBe('0,0,0');
    expect(await seenBy({ 'app.user': crypto.randomUUID() })).toBe('0,0,0');
    expect(await seenBy({ 'app.org': crypto.randomUUID() })).toBe('0,0,0');
    expect(await seenBy({ 'app.worker': 'scorer' })).toBe('0,1,0');
    expect(await seenBy({ 'app.user': loser })).toBe('1,1,1');
    expect(await seenBy({ 'app.user': finder })).toBe('1,1,0');
    expect(await seenBy({ 'app.org': ORG })).toBe('1,1,0');
  });
});
