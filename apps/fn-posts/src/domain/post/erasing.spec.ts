import { describe, expect, it } from '@jest/globals';
import { aPhoto } from '../../../test/photo.builder.ts';
import { anActor, anAnalysis, aPost, aReference, NOON, SEALED } from '../../../test/post.builder.ts';

const PLANTED = 'planted';
const AUTHOR = anActor();
const LATER = new Date('2026-04-05T10:00:00Z');

function plantedPost() {
  const attributes = { brand: PLANTED, model: PLANTED, color: [PLANTED], material: PLANTED, marks: PLANTED };
  const location = { lat: 52.525, lng: -13.3694, accuracyMeters: 20, address: PLANTED };
  const texts = { title: PLANTED, description: PLANTED, tags: [PLANTED], attributes, location };
  const report = { ...texts, reward: { amountMinor: 4711, currency: 'EUR' }, language: 'de' };
  const photos = [aPhoto({ caption: PLANTED })];
  const { post } = aPost(report, { reference: aReference(3) }, AUTHOR, { secrets: SEALED, photos });
  post.takeAnalysis(anAnalysis({ proposed: { title: PLANTED, tags: [PLANTED] } }), NOON);
  return { post, photos };
}

describe('a post of which nothing may be kept', () => {
  it('keeps its kind, its category, a month and a region, and nothing that anybody said', () => {
    const { post } = plantedPost();
    post.strip('erasure', LATER);
    const { id, orgId, ...left } = post.state;
    expect(left).toEqual({
      version: 2,
      status: 'deleted',
      kind: 'lost',
      category: 'bags.backpack',
      title: '',
      description: '',
      tags: [],
      attributes: { brand: null, model: null, color: [], material: null, marks: null },
      location: { lat: 52.5, lng: 13.4, accuracyMeters: null, address: null },
      publicPlace: { lat: 52.5, lng: 13.4 },
      radiusMeters: 10_000,
      occurredFrom: new Date('2026-02-01T00:00:00Z'),
      occurredTo: new Date('2026-02-01T00:00:00Z'),
      createdAt: new Date('2026-03-01T00:00:00Z'),
      updatedAt: LATER,
      expiresAt: null,
      dueAt: null,
      closedAt: null,
      timeZone: 'Europe/Berlin',
      visibility: 'private',
      language: 'und',
      reward: null,
      reference: null,
      identifiers: [],
      sealedIdentifiers: null,
      proofQuestions: [],
      sealedProof: null,
      authorId: null,
      intake: 'self',
      photos: [],
      photosVersion: 1,
      suggestion: null,
      lastChange: { type: 'deleted', by: null, reason: 'erasure', fields: [] },
    });
    expect([id, orgId]).toEqual([expect.any(String), null]);
  });

  it('is told to be deleted by nobody, with the photos that go', () => {
    const { post, photos } = plantedPost();
    const [event, ...more] = post.strip('retention', LATER);
    expect(more).toEqual([]);
    expect(event).toMatchObject({ type: 'deleted', reason: 'retention', previousStatus: 'active', by: null });
    expect(event?.post).toMatchObject({ authorId: null, title: '', version: 2, photos });
  });

  it('is told of once: not when it was deleted before, and not again', () => {
    const { post } = plantedPost();
    post.delete(AUTHOR, NOON);
    expect(post.strip('retention', LATER)).toEqual([]);
    const stripped = post.state;
    expect(stripped).toMatchObject({ version: 2, authorId: null, title: '', photos: [], closedAt: null });
    expect(JSON.stringify(stripped)).not.toContain(AUTHOR.userId);
    expect(post.strip('erasure', LATER)).toEqual([]);
    expect(post.state).toEqual(stripped);
  });
});

describe('an item that somebody took in for an organization', () => {
  const clerk = anActor({
    userId: '0198c0de-0000-7000-8000-0000000000c9',
    orgId: '0198c0de-0000-7000-8000-0000000000b1',
    isStaff: true,
  });

  it('stays as it is when she is erased, and says that its author is gone', () => {
    const { post } = aPost({ kind: 'found' }, {}, clerk);
    const before = post.state;
    const [event] = post.forget(clerk.userId, LATER);
    expect(event).toMatchObject({ type: 'edited', changed: ['authorId'], by: null, post: { authorId: null } });
    const { version: _, updatedAt: __, lastChange, authorId, ...kept } = post.state;
    expect(before).toMatchObject(kept);
    expect([authorId, lastChange.by]).toEqual([null, null]);
  });

  it('of somebody else only forgets that she changed it', () => {
    const { post } = aPost({ kind: 'found' }, {}, anActor({ orgId: clerk.orgId }));
    post.resolve('returned', null, clerk, NOON);
    const { version } = post.state;
    expect(post.forget(clerk.userId, LATER)).toEqual([]);
    expect(post.state).toMatchObject({
      version,
      authorId: anActor().userId,
      lastChange: { type: 'resolved', by: null },
    });
  });
});

describe('when a post is closed', () => {
  it('is known from then on until it is open again', () => {
    const { post } = plantedPost();
    post.expire(AUTHOR, NOON);
    post.edit({ title: 'Other' }, () => ({ lat: 0, lng: 0 }), AUTHOR, LATER);
    expect(post.state.closedAt).toEqual(NOON);
    const house = { expiryDays: 30, photoRequired: false, defaultVisibility: 'public', isOpen: true } as const;
    post.reactivate(house, AUTHOR, LATER);
    expect(post.state.closedAt).toBeNull();
    post.delete(AUTHOR, LATER);
    expect(post.state.closedAt).toEqual(LATER);
  });
});
