import { describe, expect, it } from '@jest/globals';
import type { EventMap } from '@foundnow/contracts';
import { goldenExamples } from '@foundnow/contracts/testing';
import { aPost, anActor, NOON } from '../../../../test/post.builder.ts';
import type { PostChange, Resolution } from '../../../domain/post/post-change.ts';
import { aPhoto } from '../../../../test/photo.builder.ts';
import { photoOf, postOf } from '../../../../test/post-of-example.ts';
import { toOutgoingEvent } from './wire-events.ts';

/** What must have happened for an event to be told as the example has it. */
const HAPPENED = {
  'post.created': ({ batchId }) => ({ type: 'reported', batchId }),
  'post.updated': ({ changedFields, reason }) => ({ type: 'edited', changed: changedFields, reason }),
  'post.photo_added': ({ photo }) => ({ type: 'photo_added', photo: photoOf(photo), position: photo.position }),
  'post.photo_removed': ({ photo }) => ({ type: 'photo_removed', photo: photoOf(photo), position: photo.position }),
  'post.resolved': ({ resolution, matchId, claimId, counterpartPostId }) => ({
    type: 'resolved',
    resolution: resolution as Resolution,
    handover: matchId && claimId && counterpartPostId ? { matchId, claimId, counterpartPostId } : null,
  }),
  'post.expiring': ({ expiresAt }) => ({ type: 'expiring', expiresAt: new Date(expiresAt) }),
  'post.expired': ({ expiresAt }) => ({ type: 'expired', expiresAt: new Date(expiresAt) }),
  'post.reactivated': ({ previousStatus }) => ({ type: 'reactivated', previousStatus }),
  'post.deleted': ({ reason, previousStatus }) => ({ type: 'deleted', reason, previousStatus }),
  'post.snapshot': () => ({ type: 'snapshot' }),
} as { readonly [N in keyof EventMap]?: (payload: EventMap[N]) => PostChange | { type: 'snapshot' } };

type Told = keyof typeof HAPPENED;

const examples = goldenExamples().filter(({ event }) => event in HAPPENED);

describe('what happened to a post, on the wire', () => {
  it.each(examples)('is $event as in the golden example $example, field by field', ({ event, payload }) => {
    const happened = (HAPPENED[event as Told] as (payload: object) => PostChange)(payload);
    const { actorId, occurredAt } = payload as EventMap['post.created'];
    const outgoing = toOutgoingEvent({
      ...happened,
      post: postOf(payload as EventMap['post.created']),
      by: actorId,
      at: new Date(occurredAt),
    });
    expect(outgoing).toEqual({
      name: event,
      key: (payload as EventMap['post.created']).postId,
      payload,
    });
  });

  it('has examples of every event of posts.events that tells of a change', () => {
    expect(new Set(examples.map(({ event }) => event))).toEqual(new Set(Object.keys(HAPPENED)));
  });

  it('names the fields of the event, where the post calls them otherwise', () => {
    const { post } = aPost();
    const changed = ['title', 'publicPlace', 'identifiers', 'proofQuestions'];
    const event = { type: 'edited', changed, reason: 'edited', post: post.state, by: null, at: NOON } as const;
    expect(toOutgoingEvent(event).payload).toMatchObject({
      changedFields: ['title', 'publicLocation', 'identifiers', 'sealedIdentifiers', 'sealedProof'],
    });
  });

  it('holds no contact data, also of a post that was kept when nobody looked for it', () => {
    const secret = 'jane.doe@example.org';
    const attributes = { brand: secret, model: secret, color: [secret], material: secret, marks: secret };
    const location = { lat: 1, lng: 1, accuracyMeters: null, address: secret };
    const report = { title: secret, description: secret, tags: [secret], attributes, location };
    const { events } = aPost(report, {}, anActor(), { photos: [aPhoto({ caption: secret })] });
    expect(JSON.stringify(events)).toContain(secret);
    expect(JSON.stringify(events.map(toOutgoingEvent))).not.toContain(secret);
  });

  it('says how it ended, in the version after the end', () => {
    const { post } = aPost();
    const [resolved] = post.resolve('donated', null, anActor(), NOON);
    if (!resolved) throw new Error('resolving told nothing');
    expect(toOutgoingEvent(resolved)).toMatchObject({
      name: 'post.resolved',
      key: post.state.id,
      payload: { resolution: 'donated', aggregateVersion: 2, actorId: anActor().userId, occurredAt: NOON.getTime() },
    });
  });
});
