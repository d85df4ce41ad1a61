import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EventMap, EventName } from '@foundnow/contracts';
import { goldenExample, goldenExamples } from '@foundnow/contracts/testing';
import { eventMessage, listDeadLetters } from '@foundnow/messaging';
import { call, readEvents } from '@foundnow/service/testing';
import { eventually, sequenceId } from '@foundnow/testing';
import { fnPosts } from '../../src/service.ts';
import type { WrittenPostResponse } from '../../src/inbound/http/posts/post.response.ts';
import { aReportRequest } from '../report-request.builder.ts';
import { startPosts, type PostsUnderTest } from '../start-posts.ts';

const ORG = sequenceId(4);
let posts: PostsUnderTest;
let author: string;
beforeAll(async () => {
  posts = await startPosts();
  author = await posts.tokenFor('user');
});
afterAll(() => posts.stop());

type Consumed = Extract<
  EventName,
  `organization.${string}` | 'post.enhanced' | 'claim.verified' | 'item.returned' | 'user.erased'
>;
const CONSUMED: readonly EventName[] = [
  'post.enhanced',
  'claim.verified',
  'item.returned',
  'organization.created',
  'organization.updated',
  'organization.deleted',
  'user.registered',
  'user.updated',
];

const messageOf = <N extends Consumed>(name: N, different: Partial<EventMap[N]>) =>
  eventMessage(name, { ...goldenExample(name), ...different }, '/foundnow/spec');
const publish = <N extends Consumed>(name: N, different: Partial<EventMap[N]>) =>
  posts.bus.publish([messageOf(name, different)]);
const report = async (different: object = {}, as = author) =>
  (await call<WrittenPostResponse>(posts, 'POST /posts', { as, body: aReportRequest({ ...different }) })).body;
const read = async (id: string, as?: string) =>
  (await call<WrittenPostResponse>(posts, `GET /posts/${id}`, as === undefined ? {} : { as })).body;

/** Whatever was published before has been handled once this one has: an organization, which is the last in the log. */
async function settled(): Promise<void> {
  const orgId = crypto.randomUUID();
  const settings = { ...goldenExample('organization.created').settings, postExpiryDays: 7 };
  const as = await posts.tokenFor('staff', { orgId });
  await publish('organization.created', { organizationId: orgId, orgId, settings, status: 'active' });
  await eventually(async () => {
    const { createdAt, expiresAt } = await report({}, as);
    expect(Date.parse(expiresAt ?? '') - Date.parse(createdAt)).toBe(7 * 86_400_000);
  });
}

describe('every golden example of what fn-posts consumes', () => {
  it('is taken in without a complaint, also twice and in a replay', async () => {
    const messages = goldenExamples()
      .filter(({ event }) => CONSUMED.includes(event))
      .map(({ event, payload }) => eventMessage(event, payload as never, '/foundnow/spec'));
    await posts.bus.publish([...messages, ...messages]);
    const replay = await fnPosts.replay(posts.env, new AbortController().signal);
    expect(replay).toMatchObject({ deadLettered: 0, complete: true, handled: 2 * messages.length });
    await settled();
    const topics = ['media-ai.events', 'matcher.events', 'users.events'];
    expect(await listDeadLetters(posts.bus, { topics, group: 'fn-posts' })).toEqual([]);
  });
});

describe('an organization', () => {
  const tell = (version: number, different: Partial<EventMap['organization.updated']>) =>
    publish('organization.updated', {
      organizationId: ORG,
      orgId: ORG,
      aggregateVersion: version,
      status: 'active',
      ...different,
    });
  const settings = goldenExample('organization.updated').settings;
  const staff = () => posts.tokenFor('staff', { orgId: ORG });
  const daysOf = ({ createdAt, expiresAt }: WrittenPostResponse) =>
    expiresAt === null ? null : (Date.parse(expiresAt) - Date.parse(createdAt)) / 86_400_000;

  it('has its house rules kept, and an older version of them ignored', async () => {
    expect(daysOf(await report({}, await staff()))).toBe(30);
    await tell(5, {
      settings: { ...settings, postExpiryDays: 60, photoRequired: false, defaultVisibility: 'organization' },
    });
    await eventually(async () => expect(daysOf(await report({}, await staff()))).toBe(60));
    await tell(4, { settings: { ...settings, postExpiryDays: 10, photoRequired: false } });
    await tell(6, {
      settings: { ...settings, postExpiryDays: 0, photoRequired: true, defaultVisibility: 'organization' },
    });
    await eventually(async () => {
      const made = await report({ kind: 'lost' }, await staff());
      expect(made).toMatchObject({ expiresAt: null, visibility: 'organization' });
    });
    expect((await report({ kind: 'lost', visibility: 'public' }, await staff())).visibility).toBe('public');
    expect(await report({ kind: 'found' }, await staff())).toMatchObject({ errors: [{ path: 'photoUploadIds' }] });
  });

  it('that is suspended or gone takes nothing in, whatever comes late', async () => {
    await tell(7, { status: 'suspended', settings });
    await eventually(async () =>
      expect(await report({}, await staff())).toMatchObject({ code: 'organization.closed' }),
    );
    await publish('organization.deleted', { organizationId: ORG, orgId: ORG, aggregateVersion: 9 });
    await settled();
    await tell(8, { settings });
    await settled();
    expect(await report({}, await staff())).toMatchObject({ code: 'organization.closed' });
  });
});

describe('what was read from the photos', () => {
  const enhanced = (postId: string, different: Partial<EventMap['post.enhanced']> = {}) =>
    publish('post.enhanced', { ...goldenExample('post.enhanced', 'full'), postId, ...different });
  const suggestionOf = async (id: string) => (await read(id, author)).suggestion;
  const decide = (id: string, how: string, version: number) =>
    call<WrittenPostResponse>(posts, `POST /posts/${id}/suggestion/${how}`, {
      as: author,
      headers: { 'if-match': `"${version}"` },
      ...(how === 'accept' && { body: { analysisId: goldenExample('post.enhanced', 'full').analysisId } }),
    });

  it('is a suggestion to the author, which she takes and undoes; strangers see nothing of it', async () => {
    const { id, description, category } = await report({ category: 'bags.other' });
    await enhanced(id);
    await eventually(async () => expect(await suggestionOf(id)).toMatchObject({ status: 'pending', level: 'suggest' }));
    expect(await read(id)).toMatchObject({ version: 1, suggestion: null, category });
    expect((await decide(id, 'accept', 1)).body).toMatchObject({ version: 2, category: 'bags.backpack' });
    expect((await decide(id, 'undo', 2)).body).toMatchObject({
      version: 3,
      category,
      description,
      tags: [],
      suggestion: null,
    });
    expect((await decide(id, 'undo', 3)).status).toBe(409);
    await eventually(async () => {
      const updates = (await readEvents(posts.bus, 'post.updated')).filter(({ payload }) => payload.postId === id);
      expect(updates.map(({ payload }) => payload.reason)).toEqual(['suggestion_accepted', 'suggestion_undone']);
    });
  });

  it('fills in what was left open where it is sure enough to, without contact data', async () => {
    const { id } = await report({ category: 'other.other' });
    const description = { value: 'With a label: jane.doe@example.org', confidence: 0.99, sources: ['ocr'] };
    await enhanced(id, { level: 'auto', description });
    await eventually(async () =>
      expect(await read(id, author)).toMatchObject({ version: 2, category: 'bags.backpack' }),
    );
    const filled = await read(id, author);
    expect(filled.tags).toContain('backpack');
    expect(filled.description).toMatch(/^With a label: \[/);
  });

  it('is ignored when it is of another version of the photos, of an older analysis, or of no post', async () => {
    const { id } = await report();
    await enhanced(id, { photosVersion: 0 });
    await enhanced(sequenceId(77));
    await settled();
    expect(await suggestionOf(id)).toBeNull();
    const newer = sequenceId(78);
    await enhanced(id, { aggregateVersion: 5, analysisId: newer });
    await enhanced(id, { aggregateVersion: 4 });
    await settled();
    expect(await suggestionOf(id)).toMatchObject({ analysisId: newer });
  });
});

describe('a verified claim', () => {
  async function match(visibility = 'public') {
    const finder = { userId: crypto.randomUUID(), orgId: sequenceId(6) };
    const lost = await report({ visibility });
    const found = await report({ kind: 'found', visibility }, await posts.tokenFor('staff', finder));
    const me = crypto.randomUUID();
    const { lost: lostSide, found: foundSide } = goldenExample('claim.verified');
    const claim = {
      matchId: crypto.randomUUID(),
      claimId: crypto.randomUUID(),
      claimantId: me,
      lost: { ...lostSide, postId: lost.id, authorId: me },
      found: { ...foundSide, postId: found.id, authorId: finder.userId },
    };
    const tokens = {
      claimant: await posts.tokenFor('user', { userId: me }),
      finder: await posts.tokenFor('user', finder),
    };
    return { lost, found, claim, tokens };
  }

  it('lets its two sides see each other’s place, even of a private post, and nobody else', async () => {
    const { lost, found, claim, tokens } = await match('private');
    expect(await read(found.id, tokens.claimant)).toMatchObject({ code: 'post.not_found' });
    await publish('claim.verified', { ...claim, aggregateVersion: 3 });
    await eventually(async () =>
      expect(await read(found.id, tokens.claimant)).toMatchObject({ place: { exact: true, lat: 52.525 } }),
    );
    expect(await read(lost.id, tokens.finder)).toMatchObject({ place: { exact: true }, proofQuestions: null });
    // A cache must not take it for the whole, nor anybody change the post by it.
    const { headers } = await call(posts, `GET /posts/${lost.id}`, { as: tokens.finder });
    expect(headers.get('etag')).toBe('"1-party"');
    expect(await read(found.id, await posts.tokenFor('user'))).toMatchObject({ code: 'post.not_found' });
    expect(await read(found.id)).toMatchObject({ code: 'post.not_found' });
  });

  it('that ends in a return closes both posts, once, whatever comes again', async () => {
    const { lost, found, claim } = await match();
    const returned = messageOf('item.returned', { ...claim, aggregateVersion: 4 });
    await posts.bus.publish([returned, returned]);
    await eventually(async () => expect((await read(lost.id)).status).toBe('resolved'));
    await posts.bus.publish([messageOf('item.returned', { ...claim, aggregateVersion: 4 })]);
    const headers = { 'if-match': '*' };
    await call(posts, `POST /posts/${lost.id}/reactivate`, { as: author, headers });
    await fnPosts.replay(posts.env, new AbortController().signal);
    await settled();
    expect([(await read(lost.id)).status, (await read(found.id)).status]).toEqual(['active', 'resolved']);
    const told = (await readEvents(posts.bus, 'post.resolved')).filter(
      ({ payload }) => payload.matchId === claim.matchId,
    );
    expect(told.map(({ payload }) => [payload.postId, payload.counterpartPostId, payload.resolution])).toEqual(
      expect.arrayContaining([
        [lost.id, found.id, 'returned'],
        [found.id, lost.id, 'returned'],
      ]),
    );
    expect(told).toHaveLength(2);
  });
});
