import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FakeClock } from '@foundnow/testing';
import { type ClaimPlay, claimPlay, PROOF, RIGHT } from '../claim-play.ts';
import { aPair } from '../pair.builder.ts';
import { replicaOf } from '../replica.ts';
import { type MatcherUnderTest, startMatcher } from '../start-matcher.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let matcher: MatcherUnderTest;
let play: ClaimPlay;
let replicas: ReturnType<typeof replicaOf>[];
const clock = new FakeClock(new Date());
beforeAll(async () => {
  matcher = await startMatcher();
  play = claimPlay(matcher);
  replicas = [replicaOf(matcher, clock), replicaOf(matcher, clock), replicaOf(matcher, clock)];
});
afterAll(async () => {
  await Promise.all(replicas.map((replica) => replica.close()));
  await matcher.stop();
});

/** All replicas look at once, so long after now. */
async function passes(millis: number): Promise<void> {
  clock.set(new Date(Date.now() + millis));
  await Promise.all(replicas.map(({ letMatchesPass }) => letMatchesPass.run()));
  await Promise.all(replicas.map(({ letClaimsPass }) => letClaimsPass.run()));
}

describe('what time brings, told once by however many replicas', () => {
  it('a match that nobody answered for seven days, and one that nobody came for in thirty', async () => {
    const pending = await aPair(matcher);
    const both = await play.confirmed();
    await play.answer(both.matchId, 'confirm', await play.tokenOf(both.finder));
    await passes(7 * DAY - HOUR);
    await passes(7 * DAY + HOUR);
    expect(await play.told('match.expired', pending.matchId)).toMatchObject([
      { previousStatus: 'pending', reason: 'time', actorId: null },
    ]);
    await passes(30 * DAY + HOUR);
    expect(await play.told('match.expired', both.matchId)).toMatchObject([{ previousStatus: 'confirmed' }]);
  });

  it('a claim that nobody decided in a day, after which it can be claimed again', async () => {
    const { matchId, as } = await play.confirmed();
    const { body } = await play.claim(matchId, as, RIGHT);
    await passes(23 * HOUR);
    await passes(25 * HOUR);
    expect(await play.told('claim.expired', matchId)).toMatchObject([{ claimId: body.id, previousStatus: 'opened' }]);
    expect((await play.claim(matchId, as, RIGHT)).body).toMatchObject({ status: 'opened' });
  });

  it('a verified claim that nobody came for, whose match was kept for it until then', async () => {
    const { matchId, finder, as } = await play.confirmed();
    const { body } = await play.claim(matchId, as, RIGHT);
    const at = await play.tokenOf(finder);
    await play.decide(body.id, 'verify', at);
    await passes(13 * DAY);
    expect((await play.readClaim(body.id, as)).body.status).toBe('verified');
    await passes(14 * DAY + HOUR);
    expect(await play.told('claim.expired', matchId)).toMatchObject([{ previousStatus: 'verified' }]);
    const late = await play.handover(body.id, await play.codeOf(matchId), at);
    expect([late.status, late.body.code]).toEqual([409, 'claim.state']);
  });

  it('the other claims on an item of which one was verified', async () => {
    const one = await play.confirmed();
    const two = await play.confirmed({ foundPostId: one.foundPostId });
    const [first, second] = [
      await play.claim(one.matchId, one.as, RIGHT),
      await play.claim(two.matchId, two.as, RIGHT),
    ];
    await play.decide(first.body.id, 'verify', await play.tokenOf(one.finder));
    await passes(0);
    expect(await play.told('claim.denied', two.matchId)).toMatchObject([
      { claimId: second.body.id, reason: 'other_claim_verified', deniedBy: 'finder', actorId: null },
    ]);
  });
});

describe('somebody who is erased', () => {
  it('is named by no claim and no answer any more, and her open claim ends', async () => {
    const { matchId, loser, as } = await play.confirmed({ found: { proof: PROOF } });
    const { body } = await play.claim(matchId, as, RIGHT);
    const [replica] = replicas;
    await replica?.erasePerson.run(loser);
    await passes(0);
    expect(await play.told('claim.expired', matchId)).toMatchObject([{ claimId: body.id, claimantId: null }]);
    const left = await replica?.database.read({ worker: 'keeper' }, (tx) =>
      tx.query(
        `select 1 from matcher.claim where $1 in (claimant_id, found_author_id)
         union all select 1 from matcher.match_answer where person_id = $1`,
        [loser],
      ),
    );
    expect(left).toEqual([]);
    const again = await play.claim(matchId, as, RIGHT);
    expect([again.status, again.body.code]).toEqual([409, 'person.erased']);
  });
});

describe('what people said of pairs', () => {
  it('is given out as labels, and counted by tier', async () => {
    const yes = await play.confirmed();
    await play.answer(yes.matchId, 'confirm', await play.tokenOf(yes.finder));
    const no = await aPair(matcher);
    await play.answer(no.matchId, 'reject', await play.tokenOf(no.loser), { reason: 'wrong_item' });
    const unsaid = await aPair(matcher);
    await play.answer(unsaid.matchId, 'reject', await play.tokenOf(unsaid.loser), { reason: 'already_found' });
    const labels = new Map<string, boolean>();
    for await (const { lostId, isSame } of replicas[0]?.listLabels.run(new Date(0)) ?? []) labels.set(lostId, isSame);
    expect([yes, no, unsaid].map(({ lostPostId }) => labels.get(lostPostId))).toEqual([true, false, undefined]);
    const admin = await matcher.tokenFor('admin', { orgId: null });
    const stats = (await (
      await fetch(`${matcher.api}/stats`, { headers: { authorization: `Bearer ${admin}` } })
    ).json()) as { tiers: { tier: string; same: number; different: number; precision: number }[]; matches: unknown[] };
    const [notify] = stats.tiers.filter(({ tier }) => tier === 'notify');
    expect(notify?.same).toBeGreaterThanOrEqual(1);
    expect(notify?.different).toBe(1);
    expect(notify?.precision).toBe((notify?.same ?? 0) / ((notify?.same ?? 0) + 1));
    expect(stats).toMatchObject({
      matches: expect.arrayContaining([expect.objectContaining({ tier: 'notify', status: 'rejected' })]),
      durations: [{ step: 'match' }, { step: 'confirm' }, { step: 'return' }],
    });
  });
});
