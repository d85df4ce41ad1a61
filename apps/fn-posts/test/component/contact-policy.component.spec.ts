import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { goldenExample } from '@foundnow/contracts/testing';
import { eventMessage } from '@foundnow/messaging';
import { call } from '@foundnow/service/testing';
import { eventually } from '@foundnow/testing';
import { type ContactPlay, contactPlay, GIVEN } from '../contact-play.ts';
import { startPosts, type PostsUnderTest } from '../start-posts.ts';

let posts: PostsUnderTest;
let play: ContactPlay;
beforeAll(async () => {
  posts = await startPosts();
  play = await contactPlay(posts);
});
afterAll(() => posts.stop());

/** An organization with this policy, and a post of a person who acts for it. */
async function organizationWith(contactPolicy: string) {
  const orgId = crypto.randomUUID();
  const example = goldenExample('organization.created');
  const settings = { ...example.settings, contactPolicy, postExpiryDays: 11, photoRequired: false };
  const created = { ...example, organizationId: orgId, orgId, settings, status: 'active' };
  await posts.bus.publish([eventMessage('organization.created', created, '/foundnow/spec')]);
  const as = { userId: crypto.randomUUID(), orgId };
  const [member, staff] = [await posts.tokenFor('user', as), await posts.tokenFor('staff', as)];
  const post = await eventually(async () => {
    const made = await play.report({ visibility: 'public' }, member);
    expect(Date.parse(made.expiresAt ?? '') - Date.parse(made.createdAt)).toBe(11 * 86_400_000);
    return made;
  });
  return { post, member, staff };
}

describe('an organization', () => {
  it('that exchanges no contact data has nobody asked', async () => {
    const { post } = await organizationWith('none');
    const { token } = await play.somebody();
    expect(await play.ask(post.id, token)).toMatchObject({ status: 403, body: { code: 'contact.not_offered' } });
  });

  it('whose policy is not known has nobody asked either', async () => {
    const { post } = await organizationWith('of tomorrow');
    const { token } = await play.somebody();
    expect(await play.ask(post.id, token)).toMatchObject({ status: 403, body: { code: 'contact.not_offered' } });
  });

  it('that leaves it to staff has contact data given by staff only, for what the desk took in', async () => {
    const { post, member, staff } = await organizationWith('staff_only');
    const { token } = await play.somebody();
    expect(await play.ask(post.id, token)).toMatchObject({ status: 403, body: { code: 'contact.not_offered' } });
    const taken = await play.report({ visibility: 'public' }, staff);
    const { id } = (await play.ask(taken.id, token)).body;
    expect(await play.act(id, 'approve', member, GIVEN)).toMatchObject({
      status: 403,
      body: { code: 'contact.staff_only' },
    });
    expect((await play.act(id, 'approve', staff, GIVEN)).status).toBe(200);
    expect((await play.reveal(id, token)).body.contact).toEqual(GIVEN.contact);
  });

  it.each([
    ['none', 'desk', 0],
    ['staff_only', 'self', 0],
    ['staff_only', 'desk', 1],
    ['approve', 'self', 1],
  ] as const)('with the policy %s: a verified claim on a post of %s opens %i exchanges', async (policy, by, opened) => {
    const { member, staff } = await organizationWith(policy);
    const found = await play.report({ kind: 'found', visibility: 'public' }, by === 'desk' ? staff : member);
    const claimantId = crypto.randomUUID();
    const example = goldenExample('claim.verified');
    const claim = {
      ...example,
      matchId: crypto.randomUUID(),
      claimId: crypto.randomUUID(),
      claimantId,
      found: { ...example.found, postId: found.id },
    };
    await posts.bus.publish([eventMessage('claim.verified', claim, '/foundnow/spec')]);
    const claimant = await posts.tokenFor('user', { userId: claimantId });
    await eventually(async () => {
      const { body } = await call<{ place: { exact: boolean } }>(posts, `GET /posts/${found.id}`, { as: claimant });
      expect(body.place.exact).toBe(true);
    });
    const list = await call<{ items: unknown[] }>(posts, 'GET /contact-exchanges?role=requester', { as: claimant });
    expect(list.body.items).toHaveLength(opened);
  });
});
