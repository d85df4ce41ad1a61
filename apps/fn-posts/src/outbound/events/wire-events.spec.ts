import { describe, expect, it } from '@jest/globals';
import type { EventMap } from '@foundnow/contracts';
import { goldenExample } from '@foundnow/contracts/testing';
import type { PostState } from '../../domain/post-state.ts';
import { toOutgoingEvent } from './wire-events.ts';

type PostCreated = EventMap['post.created'];

/** The post that the golden example tells of. */
function postOf(example: PostCreated): PostState {
  if (example.visibility === 'unknown' || example.kind === 'unknown' || example.status === 'unknown') {
    throw new Error('An example must not use the symbols that stand for what is not known');
  }
  return {
    ...example,
    id: example.postId,
    version: example.aggregateVersion,
    visibility: example.visibility,
    kind: example.kind,
    status: example.status,
    description: example.description ?? '',
    publicPlace: example.publicLocation,
    occurredFrom: new Date(example.occurredFrom),
    occurredTo: new Date(example.occurredTo),
    createdAt: new Date(example.createdAt),
    updatedAt: new Date(example.updatedAt),
    expiresAt: example.expiresAt === null ? null : new Date(example.expiresAt),
  };
}

describe('a reported post on the wire', () => {
  it('is the golden example, field by field', () => {
    const example = goldenExample('post.created', 'minimal');
    const event = toOutgoingEvent({ type: 'reported', post: postOf(example) });
    expect(event).toEqual({ name: 'post.created', key: example.postId, payload: example });
  });

  it('carries what a person may leave out, such as a reward and a reference', () => {
    const post = {
      ...postOf(goldenExample('post.created', 'minimal')),
      kind: 'found' as const,
      reference: 'ABCD-EFG7',
    };
    const { payload } = toOutgoingEvent({
      type: 'reported',
      post: { ...post, reward: { amountMinor: 500, currency: 'EUR' } },
    });
    expect(payload).toMatchObject({ reference: 'ABCD-EFG7', reward: { amountMinor: 500, currency: 'EUR' } });
  });
});
