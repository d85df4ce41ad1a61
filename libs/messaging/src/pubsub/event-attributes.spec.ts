import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fromAttributes, toAttributes } from './event-attributes.ts';

const event = {
  id: '01900000-0000-7000-8000-000000000001',
  type: 'post.created',
  source: '/foundnow/fn-posts',
  time: '2026-01-15T12:00:00.000Z',
  subject: 'p-1',
  dataschema: 'foundnow.posts.PostCreated/v1',
  contentType: 'application/avro',
  correlationId: 'c-1',
} as const;
const place = { topic: 'posts.events', messageId: '7', publishedAt: new Date('2026-02-01T00:00:00Z'), key: 'p-1' };
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

describe('the attributes of an event on Pub/Sub', () => {
  it('are spelt as the Pub/Sub binding of CloudEvents says', () => {
    expect(toAttributes({ ...event, causationId: 'k-1', traceparent: '00-ab-cd-01' }, { 'fn-dlq-code': 'x' })).toEqual({
      'ce-specversion': '1.0',
      'ce-id': event.id,
      'ce-type': 'post.created',
      'ce-source': '/foundnow/fn-posts',
      'ce-time': '2026-01-15T12:00:00.000Z',
      'ce-subject': 'p-1',
      'ce-dataschema': 'foundnow.posts.PostCreated/v1',
      'content-type': 'application/avro',
      'ce-correlationid': 'c-1',
      'ce-causationid': 'k-1',
      'ce-traceparent': '00-ab-cd-01',
      'fn-dlq-code': 'x',
    });
  });

  it('come back as they were, with the headers beside them', () => {
    const headers = { 'x-note': 'grüße', 'fn-dlq-group': 'fn-posts' };
    for (const sent of [event, { ...event, causationId: 'k-1', traceparent: '00-ab-cd-01' }]) {
      expect(fromAttributes({ ...place, attributes: toAttributes(sent, headers) })).toEqual({
        attributes: sent,
        headers,
      });
    }
  });

  it('of a foreign message without any are filled with what the server knows', () => {
    const { attributes, headers } = fromAttributes({ ...place, attributes: { mine: '1' } });
    expect(attributes).toMatchObject({
      id: expect.stringMatching(UUID),
      type: '',
      source: '/pubsub/posts.events',
      subject: 'p-1',
      time: '2026-02-01T00:00:00.000Z',
    });
    expect(headers).toEqual({ mine: '1' });
  });

  it('give a foreign event with an id of another kind one UUID, the same wherever it is read', () => {
    const foreign = { 'ce-id': '1234-5678', 'ce-source': '/elsewhere' };
    const [one, two] = ['7', '8'].map((messageId) => fromAttributes({ ...place, messageId, attributes: foreign }));
    expect(one?.attributes.id).toMatch(UUID);
    expect(two?.attributes.id).toBe(one?.attributes.id);
  });

  it('never fail, whatever anybody wrote', () => {
    const names = fc.oneof(
      fc.string(),
      fc.constantFrom('ce-time', 'ce-id', '__proto__', 'constructor', 'content-type'),
    );
    const raw = fc.dictionary(names, fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(raw, (attributes) => {
        const read = fromAttributes({ ...place, attributes });
        expect(read.attributes.id).toMatch(/^[0-9a-f-]{36}$/i);
        expect(Number.isNaN(Date.parse(read.attributes.time))).toBe(false);
        expect(Object.values(read.headers).every((value) => typeof value === 'string')).toBe(true);
      }),
    );
  });
});
