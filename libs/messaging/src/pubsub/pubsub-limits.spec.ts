import { describe, expect, it } from '@jest/globals';
import { abridged, deadLetterMessage } from '../dead-letters/dead-letter.ts';
import { HEADER } from '../dead-letters/dead-letter-headers.ts';
import { failureFacts } from '../dead-letters/failure-facts.ts';
import type { BusMessage } from '../message.ts';
import { MAX_MESSAGE_BYTES } from '../message-limits.ts';
import { MessagesRefused } from '../message-bus.port.ts';
import { refuseUnfit } from './pubsub-limits.ts';

const message: BusMessage = {
  topic: 'posts.events',
  key: 'secret-key',
  value: Uint8Array.of(1),
  attributes: {
    id: '01900000-0000-7000-8000-000000000001',
    type: 'post.created',
    source: '/foundnow/fn-posts',
    time: '2026-01-15T12:00:00.000Z',
    subject: 'secret-key',
    dataschema: 'foundnow.posts.PostCreated/v1',
    contentType: 'application/avro',
    correlationId: 'c-1',
  },
};
const many = Object.fromEntries(Array.from({ length: 95 }, (_, i) => [`x-${i}`, '']));

describe('the limits of Pub/Sub', () => {
  it.each<[string, Partial<BusMessage>]>([
    ['a value above the limit of the bus', { value: new Uint8Array(MAX_MESSAGE_BYTES) }],
    ['no key', { key: '' }],
    ['a key of 1025 bytes', { key: 'é'.repeat(513) }],
    ['an attribute of 1025 bytes', { headers: { 'x-note': 'é'.repeat(513) } }],
    ['an attribute with a name of 257 bytes', { headers: { ['x'.repeat(257)]: '' } }],
    ['an attribute without a name', { headers: { '': 'x' } }],
    ['more than 100 attributes', { headers: many }],
  ])('refuse a message with %s by name, and never repeat what it holds', (_, change) => {
    const unfit = { ...message, ...change };
    const publish = () => refuseUnfit([message, unfit]);
    expect(publish).toThrow(MessagesRefused);
    expect(publish).toThrow(expect.objectContaining({ refused: [unfit] }));
    expect(publish).toThrow(expect.objectContaining({ message: expect.not.stringContaining('secret') }));
  });

  it('take the dead letter of any message without a key, and the abridged one of any message at all', () => {
    const wild = Object.fromEntries(Object.keys(message.attributes).map((name) => [name, '\u{1f600}'.repeat(5000)]));
    const place = { partition: 3, offset: '17', publishedAt: new Date(0) };
    const headers = { ...many, ['x'.repeat(300)]: 'é'.repeat(2000), [HEADER.redriveCount]: '9'.repeat(2000) };
    const foreign = { ...message, ...place, key: '', headers: {} };
    const hostile = { ...foreign, attributes: { ...message.attributes, ...wild }, headers, key: 'k'.repeat(2000) };
    const facts = failureFacts(new Error('no'), 'post.created');
    const failure = { group: 'fn-matcher', generation: 0, attempts: 1, at: new Date(0), facts };
    expect(() => refuseUnfit([deadLetterMessage(foreign, failure)])).not.toThrow();
    expect(() => refuseUnfit([deadLetterMessage(hostile, failure)])).toThrow(MessagesRefused);
    expect(() => refuseUnfit([abridged(deadLetterMessage(hostile, failure))])).not.toThrow();
  });

  it('take what just fits', () => {
    const headers = { 'x-note': 'x'.repeat(1024), ['y'.repeat(256)]: '' };
    expect(() => refuseUnfit([{ ...message, key: 'k'.repeat(1024), headers }])).not.toThrow();
  });
});
