import { describe, expect, it } from '@jest/globals';
import { goldenExample, goldenExamples } from '../../test/golden-examples.ts';
import type { EventMap, EventName } from '../generated/event-map.ts';
import { ContractError } from './contract-error.ts';
import { encodeEvent } from './encode-event.ts';

const payload = goldenExample('post.created', 'full');

function refusalOf(broken: object): ContractError {
  try {
    encodeEvent('post.created', broken as EventMap['post.created']);
  } catch (error) {
    if (error instanceof ContractError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('encodeEvent', () => {
  it('says which record and version the bytes are', () => {
    const { name, recordName, version } = encodeEvent('post.created', payload);
    expect({ name, recordName, version }).toEqual({
      name: 'post.created',
      recordName: 'foundnow.posts.PostCreated',
      version: 1,
    });
  });

  it('refuses fields that the schema does not declare, at every depth', () => {
    const [photo] = payload.photos;
    const broken = { ...payload, mail: 'a', photos: [{ ...photo, exif: {} }] };
    expect(refusalOf(broken).fields.map(({ path, code }) => [path, code])).toEqual([
      ['mail', 'undeclared'],
      ['photos[0].exif', 'undeclared'],
    ]);
  });

  it('refuses undeclared fields that hide behind a name that every object has', () => {
    expect(refusalOf({ ...payload, constructor: 1 }).fields).toMatchObject([
      { path: 'constructor', code: 'undeclared' },
    ]);
  });

  it('refuses an undeclared field that stands in for a missing optional one', () => {
    const { batchId: _, ...rest } = payload;
    expect(refusalOf({ ...rest, batch: null }).fields).toMatchObject([{ path: 'batch', code: 'undeclared' }]);
  });

  it('refuses what looks like a symbol of an enum and is none', () => {
    for (const kind of ['toString', ['lost'], 1, null, 'LOST']) {
      expect(refusalOf({ ...payload, kind }).fields).toMatchObject([{ path: 'kind', code: 'invalid' }]);
    }
  });

  it.each([
    ['aggregateVersion', [1.5, 2 ** 53, Number.NaN, '1', 1n]],
    ['occurredAt', [8.64e15 + 1, new Date(), '2026-01-01', Number.NaN]],
    ['radiusMeters', [2 ** 31, 0.5, null, '5']],
    ['postId', [1, null, '', 'post-1', `${payload.postId} `, payload.postId.replaceAll('-', '')]],
    ['orgId', ['', 'none', false, {}]],
    ['title', [1, null, undefined, ['a']]],
    ['location', [null, [], { ...payload.location, lat: Number.NaN }, { ...payload.location, lng: Infinity }]],
    ['photos', [{}, 'a', null, [null], Array(2)]],
  ])('refuses values of the wrong type or range in %s', (field, values) => {
    for (const value of values) {
      const [error] = refusalOf({ ...payload, [field]: value }).fields;
      expect(error?.path.startsWith(field)).toBe(true);
    }
  });

  it('names paths and never a value', () => {
    const error = refusalOf({
      ...payload,
      radiusMeters: 'ana at example',
      visibility: 'ana at example',
      photos: [{ ...payload.photos[0], photoId: 'ana at example' }],
    });
    expect(JSON.stringify({ ...error, message: error.message })).not.toContain('ana at');
    expect(error.message).toContain('radiusMeters must be a whole number');
    expect(error.message).toContain('photos[0].photoId must be a UUID');
    expect(error.kind).toBe('unprocessable');
  });

  it('refuses an event that the catalog does not know', () => {
    const unknown = 'toString' as EventName;
    expect(() => encodeEvent(unknown, payload)).toThrow(expect.objectContaining({ code: 'contract.unknown_event' }));
  });

  it('hands out bytes that later encoding does not touch', () => {
    const first = encodeEvent('post.created', payload).body;
    const kept = Buffer.from(first);
    for (const { event, payload: other } of goldenExamples()) encodeEvent(event, other as never);
    expect(first.equals(kept)).toBe(true);
  });

  it('writes payloads larger than its buffer, and small ones after them', () => {
    const description = 'é€𝄞x'.repeat(300_000);
    expect(encodeEvent('post.created', { ...payload, description }).body.length).toBeGreaterThan(3_000_000);
    expect(encodeEvent('post.created', payload).body.length).toBeLessThan(4_000);
  });
});

describe('the size of events', () => {
  const ratios = goldenExamples()
    .map((golden) => {
      const json = Buffer.byteLength(JSON.stringify(golden.payload));
      return encodeEvent(golden.event, golden.payload as never).body.length / json;
    })
    .sort((a, b) => a - b);

  it('is at most 0.7 of JSON in the median and 0.85 at worst, over all golden examples', () => {
    expect(ratios.length).toBeGreaterThanOrEqual(72);
    expect(ratios[Math.floor(ratios.length / 2)]).toBeLessThanOrEqual(0.7);
    expect(ratios.at(-1)).toBeLessThanOrEqual(0.85);
  });
});
