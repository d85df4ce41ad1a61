import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type ClaimPlay, claimPlay, PROOF, RIGHT } from '../claim-play.ts';
import { type MatcherUnderTest, startMatcher } from '../start-matcher.ts';

let matcher: MatcherUnderTest;
let play: ClaimPlay;
beforeAll(async () => {
  matcher = await startMatcher();
  play = claimPlay(matcher);
});
afterAll(() => matcher.stop());

const ORG = '0199aaaa-bbbb-7ccc-8ddd-000000000001';

describe('an item that is claimed', () => {
  it('gets home: asked, proven, verified by the finder, handed over by its code', async () => {
    const { matchId, finder, as } = await play.confirmed();
    const { questions } = await play.questions(matchId, as);
    expect(questions?.map(({ question }) => question)).toEqual(PROOF.map(({ question }) => question));
    const claimed = await play.claim(matchId, as, RIGHT);
    expect([claimed.status, claimed.body]).toEqual([
      201,
      expect.objectContaining({ status: 'opened', proof: 'proven', role: 'claimant' }),
    ]);
    const { id } = claimed.body;
    const at = await play.tokenOf(finder);
    expect((await play.decide(id, 'verify', at)).body).toMatchObject({ status: 'verified', triesLeft: 5 });
    const code = await play.codeOf(matchId);
    expect(code).toMatch(/^[2-9A-Y]{6}$/);
    const wrong = await play.handover(id, code === '222222' ? '333333' : '222222', at);
    expect([wrong.status, wrong.body.code]).toEqual([422, 'claim.wrong_code']);
    const home = await play.handover(id, ` ${code.toLowerCase().slice(0, 3)}-${code.slice(3)}`, at);
    expect([home.status, home.body]).toEqual([200, expect.objectContaining({ status: 'returned' })]);
    const [opened] = await play.told('claim.opened', matchId);
    const [confirmed] = await play.told('match.confirmed', matchId);
    const [verified] = await play.told('claim.verified', matchId);
    const [returned] = await play.told('item.returned', matchId);
    const versions = [opened, confirmed, verified, returned].map((event) => event?.aggregateVersion);
    expect(versions).toEqual([3, 4, 5, 6]);
    expect(opened).toMatchObject({
      needsReview: false,
      lost: { decision: 'confirmed' },
      found: { decision: 'pending' },
    });
    expect(returned).toMatchObject({ method: 'handover_code', claimId: id });
  });

  it('is looked at by the desk where nobody asked anything, which compares it with what its owner said', async () => {
    const lost = { proof: PROOF };
    const found = { proof: [], orgId: ORG, intake: 'desk' };
    const { matchId, finder, as } = await play.confirmed({ lost, found });
    const desk = await play.deskOf(ORG);
    expect((await play.questions(matchId, desk)).code).toBe('claim.none');
    const { body } = await play.claim(matchId, as, []);
    expect(body).toMatchObject({ status: 'opened', proof: 'under_review' });
    const [told] = await play.told('claim.opened', matchId);
    expect(told).toMatchObject({ needsReview: true });
    const author = await play.decide(body.id, 'verify', await play.tokenOf(finder, ORG));
    expect(author.body.code).toBe('claim.staff_only');
    const { side, questions } = await play.questions(matchId, desk);
    expect([side, questions?.length]).toEqual(['found', 2]);
    const seen = (answers: readonly string[]) => ({
      seen: answers.map((answer, at) => ({ questionId: questions?.[at]?.id, answer })),
    });
    const differs = await play.decide(body.id, 'verify', desk, seen(['a lion', '4711']));
    expect([differs.status, differs.body.code]).toEqual([409, 'claim.item_differs']);
    expect(differs.body.detail).not.toMatch(/lid|sticker|giraffe|4711/);
    expect((await play.decide(body.id, 'verify', desk, seen(RIGHT))).body).toMatchObject({
      status: 'verified',
      decidedBy: 'staff',
    });
  });

  it('is asked for with hints that a photo gave, too', async () => {
    const hints = [{ kind: 'name', value: 'ADA BERG', confidence: 0.95 }];
    const { matchId, as } = await play.confirmed({ found: { proof: [], hints } });
    const { questions } = await play.questions(matchId, as);
    expect(questions).toMatchObject([{ source: 'photo', about: 'name' }]);
    expect((await play.claim(matchId, as, ['Bert Ast'])).body).toMatchObject({ proof: 'not_proven', status: 'denied' });
    expect((await play.claim(matchId, as, ['Berg, Ada'])).body).toMatchObject({ proof: 'proven' });
  });

  it('is denied by the finder, and a person who was denied is judged by people from then on', async () => {
    const { matchId, finder, as } = await play.confirmed();
    const { body } = await play.claim(matchId, as, RIGHT);
    const at = await play.tokenOf(finder);
    expect((await play.decide(body.id, 'deny', at, { reason: 'suspicious' })).body).toMatchObject({ status: 'denied' });
    await play.told('claim.denied', matchId);
    expect((await play.readClaim(body.id, as)).body).toMatchObject({ denialReason: null });
    expect((await play.claim(matchId, as, RIGHT)).body).toMatchObject({ proof: 'under_review' });
  });

  it('is answered once for one Idempotency-Key, and is open once per person', async () => {
    const { matchId, as } = await play.confirmed();
    const key = { 'idempotency-key': 'one' };
    const first = await play.claim(matchId, as, RIGHT, key);
    const again = await play.claim(matchId, as, RIGHT, key);
    expect([again.body.id, again.headers.get('idempotent-replayed')]).toEqual([first.body.id, 'true']);
    expect((await play.claim(matchId, as, RIGHT)).body.code).toBe('claim.open');
    await play.told('claim.opened', matchId);
  });

  it('is verified for one person at a time', async () => {
    const one = await play.confirmed();
    const two = await play.confirmed({ foundPostId: one.foundPostId });
    const at = await play.tokenOf(one.finder);
    const first = await play.claim(one.matchId, one.as, RIGHT);
    await play.decide(first.body.id, 'verify', at);
    const second = await play.claim(two.matchId, two.as, RIGHT);
    expect(second.body).toMatchObject({ proof: 'proven', status: 'opened' });
    expect((await play.decide(second.body.id, 'verify', at)).body.code).toBe('claim.other_verified');
  });
});
