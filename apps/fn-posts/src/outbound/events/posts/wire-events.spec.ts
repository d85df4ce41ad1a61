import { describe, expect, it } from '@jest/globals';
import type { EventMap } from '@foundnow/contracts';
import { goldenExamples } from '@foundnow/contracts/testing';
import type { PostState } from '../../../domain/post/post-state.ts';
import { aPost, anActor, NOON } from '../../../../test/post.builder.ts';
import { toOutgoingEvent } from './wire-events.ts';

type PostCreated = EventMap['post.created'];

/** What fn-posts cannot take in yet; each field that it learns leaves this list. */
const NOT_YET = ['tags', 'identifiers', 'sealedIdentifiers', 'sealedProof', 'photos', 'batchId'] as const;

const examples = goldenExamples().flatMap((each) => (each.event === 'post.created' ? [each] : []));

describe('a reported post on the wire', () => {
  it.each(examples)('is the golden example $example, field by field', ({ payload }) => {
    const event = toOutgoingEvent({
      type: 'reported',
      post: postOf(payload),
      by: payload.actorId,
      at: new Date(payload.occurredAt),
    });
    const { tags, identifiers, photos, sealedIdentifiers, sealedProof, batchId } = event.payload as PostCreated;
    const missing = { tags, identifiers, photos, sealedIdentifiers, sealedProof, batchId };
    expect(event).toEqual({ name: 'post.created', key: payload.postId, payload: { ...payload, ...missing } });
    expect(Object.keys(missing).sort()).toEqual([...NOT_YET].sort());
  });
});

describe('a resolved post on the wire', () => {
  it('says how it ended, in the version after the end', () => {
    const { post } = aPost();
    const [resolved] = post.resolve('donated', anActor(), NOON);
    if (!resolved) throw new Error('resolving told nothing');
    expect(toOutgoingEvent(resolved)).toMatchObject({
      name: 'post.resolved',
      key: post.state.id,
      payload: { resolution: 'donated', aggregateVersion: 2, actorId: anActor().userId, occurredAt: NOON.getTime() },
    });
  });
});

/** The post that a golden example tells of. */
function postOf(example: PostCreated): PostState {
  const known = <T extends string>(value: T | 'unknown'): T => {
    if (value === 'unknown') throw new Error('An example must not use the symbol that stands for what is not known');
    return value;
  };
  return {
    id: example.postId,
    version: example.aggregateVersion,
    visibility: known(example.visibility),
    kind: known(example.kind),
    status: known(example.status),
    title: example.title,
    description: example.description ?? '',
    category: example.category,
    attributes: example.attributes,
    location: example.location,
    publicPlace: example.publicLocation,
    radiusMeters: example.radiusMeters,
    occurredFrom: new Date(example.occurredFrom),
    occurredTo: new Date(example.occurredTo),
    timeZone: example.timeZone,
    language: example.language,
    reward: example.reward,
    reference: example.reference,
    authorId: example.authorId,
    orgId: example.orgId,
    intake: example.intake === 'desk' ? 'desk' : 'self',
    photosVersion: example.photosVersion,
    createdAt: new Date(example.createdAt),
    updatedAt: new Date(example.updatedAt),
    expiresAt: example.expiresAt === null ? null : new Date(example.expiresAt),
  };
}
