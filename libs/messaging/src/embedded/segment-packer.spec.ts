import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aMessage } from '../../test/sample-messages.ts';
import type { BusMessage, EventAttributes } from '../message.ts';
import { GarbledSegment, type Segment } from './segment-format.ts';
import { packSegments, PAGE_PAYLOAD_BYTES } from './segment-packer.ts';
import { readSegment } from './segment-reader.ts';

const publishedAt = new Date('2026-01-02T03:04:05.678Z');
const all = { topic: { name: 't' }, partition: 3, from: 0, before: Number.MAX_SAFE_INTEGER };

function read(segments: readonly Segment[], wanted: Partial<typeof all> = {}) {
  let base = 0;
  return segments.flatMap(({ count, payload }) => {
    const messages = readSegment(payload, { base, count, publishedAt }, { ...all, ...wanted });
    base += count;
    return messages;
  });
}

function outcomeOf(work: () => number): string {
  try {
    return String(work());
  } catch (error) {
    return error instanceof GarbledSegment ? 'GarbledSegment' : String(error);
  }
}

/** Few different texts, so that messages agree with the one before and with their keys. */
const text = fc.oneof(fc.constantFrom('a', 'b', 'ключ', ''), fc.string({ unit: 'binary', maxLength: 40 }));
const attributes: fc.Arbitrary<EventAttributes> = fc.record(
  {
    id: text,
    type: text,
    source: text,
    time: text,
    subject: text,
    dataschema: text,
    contentType: fc.constant('application/avro' as const),
    correlationId: text,
    causationId: text,
    traceparent: text,
  },
  {
    requiredKeys: ['id', 'type', 'source', 'time', 'subject', 'dataschema', 'contentType', 'correlationId'],
    noNullPrototype: true,
  },
);
const message: fc.Arbitrary<BusMessage> = fc.record(
  {
    topic: fc.constant('t'),
    key: text,
    value: fc.uint8Array({ maxLength: 300 }),
    attributes,
    headers: fc.dictionary(text, text, { maxKeys: 3, noNullPrototype: true }),
  },
  { requiredKeys: ['topic', 'key', 'value', 'attributes'], noNullPrototype: true },
);
const messages = fc.array(message, { minLength: 1, maxLength: 30 });

describe('A segment', () => {
  it('gives back what was packed, whatever it is and however small segments are', () => {
    fc.assert(
      fc.property(messages, fc.constantFrom(1, 300, 1000, PAGE_PAYLOAD_BYTES), (batch, mostBytes) => {
        const segments = packSegments(batch, undefined, mostBytes);
        for (const { count, payload } of segments) expect(count === 1 || payload.length <= mostBytes).toBe(true);
        const got = read(segments);
        expect(got).toEqual(
          batch.map(({ value, headers = {}, ...rest }, at) => ({
            ...rest,
            headers,
            value: Buffer.from(value),
            partition: 3,
            at,
            offset: String(at),
            publishedAt,
          })),
        );
        expect(got.map((each) => Object.keys(each.attributes).sort())).toEqual(
          batch.map((each) => Object.keys(each.attributes).sort()),
        );
      }),
    );
  });

  it('is read from its middle, and up to it', () => {
    const batch = [0, 1, 2, 3, 4].map((seq) => aMessage('t', seq < 3 ? 'a' : 'b', { seq }));
    const [segment] = packSegments(batch);
    expect(segment?.count).toBe(5);
    expect(read([segment!], { from: 2, before: 4 })).toMatchObject([
      { at: 2, key: 'a', attributes: batch[2]!.attributes },
      { at: 3, key: 'b', attributes: batch[3]!.attributes },
    ]);
    expect(read([segment!], { from: 5 })).toEqual([]);
  });

  it('fills a page before the next begins, and leaves a large message a segment of its own', () => {
    const sized = (bytes: number) => ({ ...aMessage('t', 'a'), value: Buffer.alloc(bytes, 7) });
    const small = Array.from({ length: 40 }, () => sized(800));
    const counts = packSegments([...small, sized(900_000), ...small]).map(({ count }) => count);
    expect(counts).toEqual([9, 9, 9, 9, 4, 1, 9, 9, 9, 9, 4]);
  });

  it('says what a message has in common with the one before only once', () => {
    const [one, many] = [1, 11].map((count) => {
      const segments = packSegments(Array.from({ length: count }, () => aMessage('t', 'a')));
      return segments[0]?.payload.length ?? 0;
    });
    expect((many! - one!) / 10).toBeLessThan(150);
  });

  it('is refused when it is of another version, cut off, too long, or counted wrongly', () => {
    const [segment] = packSegments([0, 1].map((seq) => aMessage('t', 'a', { seq })));
    const { payload } = segment!;
    const refused = (bytes: Buffer, count = 2) =>
      expect(() => readSegment(bytes, { base: 0, count, publishedAt }, all)).toThrow(GarbledSegment);
    for (let length = 0; length < payload.length; length += 1) refused(payload.subarray(0, length));
    refused(Buffer.concat([payload, Buffer.of(0)]));
    refused(Buffer.concat([Buffer.of(2), payload.subarray(1)]));
    refused(payload, 1);
    refused(payload, 3);
  });

  it('made of garbage is refused or read, and nothing else', () => {
    const [segment] = packSegments([0, 1, 2].map((seq) => aMessage('t', 'a', { seq })));
    const { payload, count } = segment!;
    const damage = fc.record({ at: fc.nat(payload.length - 1), byte: fc.nat(255) });
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (changes) => {
        const bytes = Buffer.from(payload);
        for (const { at, byte } of changes) bytes[at] = byte;
        expect(outcomeOf(() => readSegment(bytes, { base: 0, count, publishedAt }, all).length)).toMatch(
          /^(3|Garbled)/,
        );
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(() => readSegment(Buffer.from(bytes), { base: 0, count: 1, publishedAt }, all)).toThrow(GarbledSegment);
      }),
    );
  });
});
