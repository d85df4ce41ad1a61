import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { call } from '@foundnow/service/testing';
import type { ClaimResponse } from '../../src/inbound/http/claims/claim.response.ts';
import { type ClaimPlay, claimPlay, PROOF, type Refused, RIGHT } from '../claim-play.ts';
import { type Guesser, guessersAt } from '../flood.builder.ts';
import { aPair } from '../pair.builder.ts';
import { type MatcherUnderTest, startMatcher } from '../start-matcher.ts';

/** Bound by what never comes: on a busy machine two thousand requests take their time. */
const LONGEST_MS = 600_000;
const ACCOUNTS = 20;
const POSTS_EACH = 50;
const ORG = '0199aaaa-bbbb-7ccc-8ddd-000000000001';
const WORDS = ['lion', 'horse', 'name', 'flower', 'ship', 'initials', 'a red heart', 'nothing', 'map', 'drawing'];

let matcher: MatcherUnderTest;
let play: ClaimPlay;
beforeAll(async () => {
  matcher = await startMatcher();
  play = claimPlay(matcher);
});
afterAll(() => matcher.stop());

type Answer = Awaited<ReturnType<ClaimPlay['claim']>>;

/** What is the same in all answers of a kind must be all that there is: no guess is told apart from another. */
const plainOf = ({ status, body, headers }: Answer) => {
  const { id: _, matchId: __, openedAt: ___, endedAt: ____, expiresAt: _____, ...rest } = body as ClaimResponse;
  const { traceId: ______, ...said } = rest as typeof rest & { traceId?: string };
  return JSON.stringify([status, said, headers.get('etag')]);
};

describe(`${ACCOUNTS} accounts that guess with ${POSTS_EACH} lost posts each at one found item`, () => {
  it(
    'find out nothing, and keep no owner from her item',
    async () => {
      // Reported as lost before it was found, as owners do.
      const early = await aPair(matcher, {
        found: { proof: PROOF, orgId: ORG, intake: 'desk' },
        foundAt: new Date(Date.now() - 3_600_000),
      });
      const { foundPostId } = early;
      const late = await aPair(matcher, { foundPostId, tier: 'show', probability: 0.75 });
      const owners = await Promise.all([early, late].map(({ loser }) => play.tokenOf(loser)));
      const [ownerOfEarly = '', ownerOfLate = ''] = owners;
      await play.answer(early.matchId, 'confirm', ownerOfEarly);
      await play.answer(late.matchId, 'confirm', ownerOfLate);
      const { questions = [] } = await play.questions(early.matchId, ownerOfEarly);

      const answers: Answer[] = [];
      const guessers = await guessersAt(matcher, foundPostId, ACCOUNTS, POSTS_EACH);
      const guess = async ({ userId, matchIds }: Guesser) => {
        const as = await play.tokenOf(userId);
        for (const [at, matchId] of matchIds.entries()) {
          // Now and then one of the two is right: that must not show.
          const guesses = at % 2 === 0 ? [RIGHT[0], String(at)] : [WORDS[at % WORDS.length], RIGHT[1]];
          const given = questions.map(({ id }, which) => ({ questionId: id, answer: guesses[which] ?? '' }));
          const body = { answers: at === 7 ? given.toReversed() : given };
          answers.push(await call<ClaimResponse & Refused>(matcher, `POST /matches/${matchId}/claims`, { as, body }));
        }
      };
      await Promise.all(guessers.map(guess));
      const counts: Record<string, number> = {};
      for (const { body, status } of answers) {
        const what = body.proof ?? body.code ?? `${status}`;
        counts[what] = (counts[what] ?? 0) + 1;
      }
      // 14 for all, and two each for the two of theirs that were there first.
      const { not_proven: judged = 0, ...others } = counts;
      // Each account has one that people look at, and waits for them.
      expect(others).toEqual({ under_review: ACCOUNTS, 'claim.open': ACCOUNTS * POSTS_EACH - judged - ACCOUNTS });
      expect(judged).toBeGreaterThanOrEqual(14);
      expect(judged).toBeLessThanOrEqual(18);
      expect([...new Set(answers.map(plainOf))]).toHaveLength(3);
      expect(answers.map(plainOf).join()).not.toMatch(/lid|sticker|giraffe|4711/);

      const proven = await play.claim(early.matchId, ownerOfEarly, RIGHT);
      expect(proven.body).toMatchObject({ proof: 'proven', status: 'opened' });
      const reviewed = await play.claim(late.matchId, ownerOfLate, RIGHT);
      expect([reviewed.status, reviewed.body]).toEqual([201, expect.objectContaining({ proof: 'under_review' })]);

      const desk = await play.deskOf(ORG);
      await play.decide(proven.body.id, 'verify', desk);
      const home = await play.handover(proven.body.id, await play.codeOf(early.matchId), desk);
      expect(home.body.status).toBe('returned');
    },
    LONGEST_MS,
  );
});

describe('a thousand guesses at a handover code', () => {
  it(
    'are five, and leave the way open for whoever is sent a new one',
    async () => {
      const { matchId, as } = await play.confirmed({ found: { proof: PROOF, orgId: ORG, intake: 'desk' } });
      const { body } = await play.claim(matchId, as, RIGHT);
      const desk = await play.deskOf(ORG);
      await play.decide(body.id, 'verify', desk);
      const code = await play.codeOf(matchId);
      const codes = guessesBeside(code, 1000);
      const answers: Answer[] = [];
      const lanes = Array.from({ length: 10 }, async (_, lane) => {
        for (let at = lane; at < codes.length; at += 10) {
          answers.push(await play.handover(body.id, codes[at] ?? '', desk));
        }
      });
      await Promise.all(lanes);
      const counts = Object.groupBy(answers, ({ body: said }) => said.code ?? 'let through');
      expect(Object.fromEntries(Object.entries(counts).map(([what, all]) => [what, all?.length]))).toEqual({
        'claim.wrong_code': 5,
        'claim.code_used_up': 995,
      });
      expect((await play.handover(body.id, code, desk)).body.code).toBe('claim.code_used_up');
      expect((await play.decide(body.id, 'verify', desk)).status).toBe(200);
      const fresh = await play.codeOf(matchId, 2);
      expect(fresh).not.toBe(code);
      expect((await play.handover(body.id, fresh, desk)).body.status).toBe('returned');
    },
    LONGEST_MS,
  );
});

function guessesBeside(code: string, most: number): string[] {
  const signs = '23456789ACDEFHJKMNPRTWXY';
  const [first = '', ...rest] = code;
  const near = [...signs].filter((sign) => sign !== first).map((sign) => [sign, ...rest].join(''));
  const others = Array.from({ length: most }, (_, at) =>
    `${at}`.padStart(6, '2').replaceAll('0', 'A').replaceAll('1', 'C'),
  );
  return [...near, ...others].filter((guess) => guess !== code).slice(0, most);
}
