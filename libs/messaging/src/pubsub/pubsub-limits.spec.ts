import { describe, expect, it } from '@jest/globals';
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

  it('take what just fits', () => {
    const headers = { 'x-note': 'x'.repeat(1024), ['y'.repeat(256)]: '' };
    expect(() => refuseUnfit([{ ...message, key: 'k'.repeat(1024), headers }])).not.toThrow();
  });
});
