import { expect } from '@jest/globals';
import type { EventName } from '@foundnow/contracts';
import { call, readEvents } from '@foundnow/service/testing';
import { eventually } from '@foundnow/testing';
import type { ClaimResponse, QuestionsResponse } from '../src/inbound/http/claims/claim.response.ts';
import type { MatchResponse } from '../src/inbound/http/matches/match.response.ts';
import { aPair, type Pair, type PairOptions } from './pair.builder.ts';
import type { MatcherUnderTest } from './start-matcher.ts';

export type Refused = { readonly code?: string; readonly detail?: string };

export const PROOF = [
  { question: 'What is in the lid?', answer: 'a drawing of a giraffe' },
  { question: 'Which number is on the sticker?', answer: '4711' },
];
export const RIGHT = ['giraffe drawing', '4711'];

/** What the two sides and the desk do with a match, through the API. */
export function claimPlay(matcher: MatcherUnderTest) {
  const tokenOf = (userId: string, orgId: string | null = null) => matcher.tokenFor('user', { userId, orgId });
  const ifMatch = { 'if-match': '*' };
  const play = {
    tokenOf,
    deskOf: (orgId: string, userId: string = crypto.randomUUID()) => matcher.tokenFor('staff', { userId, orgId }),
    answer: (matchId: string, how: 'confirm' | 'reject', as: string, body?: object) =>
      call<MatchResponse & Refused>(matcher, `POST /matches/${matchId}/${how}`, {
        as,
        headers: ifMatch,
        ...(body && { body }),
      }),
    questions: async (matchId: string, as: string) =>
      (await call<Partial<QuestionsResponse> & Refused>(matcher, `GET /matches/${matchId}/questions`, { as })).body,
    claim: async (matchId: string, as: string, answers: readonly string[], headers = {}) => {
      const { questions = [] } = await play.questions(matchId, as);
      const given = answers.map((answer, at) => ({ questionId: questions[at]?.id ?? `none-${at}`, answer }));
      return call<ClaimResponse & Refused>(matcher, `POST /matches/${matchId}/claims`, {
        as,
        headers,
        body: { answers: given },
      });
    },
    readClaim: (id: string, as: string) => call<ClaimResponse & Refused>(matcher, `GET /claims/${id}`, { as }),
    decide: (id: string, how: 'verify' | 'deny', as: string, body?: object) =>
      call<ClaimResponse & Refused>(matcher, `POST /claims/${id}/${how}`, {
        as,
        headers: ifMatch,
        ...(body && { body }),
      }),
    handover: (id: string, code: string, as: string) =>
      call<ClaimResponse & Refused>(matcher, `POST /claims/${id}/handover`, { as, body: { code } }),
    /** A pair whose loser said yes. */
    confirmed: async (options: Partial<PairOptions> = {}): Promise<Pair & { readonly as: string }> => {
      const pair = await aPair(matcher, { ...options, found: { proof: PROOF, ...options.found } });
      const as = await tokenOf(pair.loser, options.lost?.orgId ?? null);
      expect((await play.answer(pair.matchId, 'confirm', as)).status).toBe(200);
      return { ...pair, as };
    },
    /** What was told of a match, once it was told so often. */
    told: async <N extends Extract<EventName, `match.${string}` | `claim.${string}` | 'item.returned'>>(
      name: N,
      matchId: string,
      times = 1,
    ) =>
      eventually(async () => {
        const found = (await readEvents(matcher.bus, name)).filter(({ payload }) => payload.matchId === matchId);
        expect(found).toHaveLength(times);
        return found.map(({ payload }) => payload);
      }),
    /** What fn-notifications opens and brings to the claimant. */
    codeOf: async (matchId: string, times = 1): Promise<string> => {
      const told = await play.told('claim.verified', matchId, times);
      const place = { topic: 'matcher.events', field: 'sealedHandoverCode', subject: matchId };
      return String(await matcher.notificationsOpener.open(told.at(-1)?.sealedHandoverCode ?? '', place));
    },
  };
  return play;
}

export type ClaimPlay = ReturnType<typeof claimPlay>;
