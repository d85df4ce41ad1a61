import { describe, expect, it } from '@jest/globals';
import { contractsWith, PART, partMade } from '../../test/contract-fixture.ts';
import type { FieldJson } from '../../test/contract-fixture.ts';
import { context } from './context.ts';
import { naming } from './naming.ts';

const time = { type: 'long', logicalType: 'timestamp-millis' };
const enumeration = (over: object) => ({
  type: 'enum',
  name: 'Size',
  doc: 'Size.',
  symbols: ['unknown', 'xl'],
  default: 'unknown',
  ...over,
});

describe('naming', () => {
  it.each<[FieldJson, string]>([
    [{ name: 'Part_size', type: 'int' }, 'Part_size: fields are named in camelCase'],
    [{ name: 'size', type: 'int', doc: '' }, 'size has no doc'],
    [{ name: 'made', type: time }, 'made: a time is named …At, …From, …To, …Until or …By'],
    [{ name: 'note', type: 'string', sealedFor: 'shop' }, 'note: a sealed field is named sealed…'],
    [{ name: 'sealedNote', type: 'string' }, 'sealedNote: name who opens it in sealedFor'],
    [{ name: 'sealedSize', type: 'int', sealedFor: 'shop' }, 'sealedSize: a sealed field is a string'],
    [{ name: 'size', type: enumeration({ symbols: ['unknown', 'XL'] }) }, 'Size: symbols are lower case: XL'],
    [
      { name: 'size', type: enumeration({ default: 'xl' }) },
      'Size needs the default symbol unknown: readers will meet new symbols',
    ],
    [{ name: 'size', type: enumeration({ doc: '' }) }, 'Size has no doc'],
  ])('refuses the field %j', (field, detail) => {
    expect(naming(contractsWith({ versions: [partMade(field)] })).map((problem) => problem.detail)).toEqual([detail]);
  });

  it.each([
    [{ name: 'partMade' }, 'an event is named noun.past_tense: post.photo_added'],
    [{ owner: 'media-ai' }, "v1 is named foundnow.parts.PartMade; the event's record is foundnow.media_ai.PartMade"],
  ])('refuses the event %j', (event, detail) => {
    expect(naming(contractsWith({ event })).map((problem) => problem.detail)).toContain(detail);
  });

  it('refuses a gap between versions', () => {
    const { topics } = contractsWith({ versions: [partMade(), partMade(), partMade()] });
    const versions = topics[0]?.events[0]?.versions.filter(({ version }) => version !== 2) ?? [];
    expect(naming(contractsWith({ event: { versions } })).map((problem) => problem.detail)).toEqual([
      'v3 is there and the version before it is not',
    ]);
  });
});

describe('context', () => {
  it.each(Object.keys(PART).filter((name) => name !== 'partId'))('is missed when an event lacks %s', (name) => {
    const complete = partMade() as { fields: { name: string }[] };
    const json = { ...complete, fields: complete.fields.filter((field) => field.name !== name) };
    expect(context(contractsWith({ versions: [json] })).map((problem) => problem.detail)).toEqual([
      expect.stringContaining(`every event has ${name}`),
    ]);
  });

  it('demands a key that is there', () => {
    expect(context(contractsWith({ event: { key: 'language' } })).map((problem) => problem.detail)).toEqual([
      'the key language is no field of type uuid',
    ]);
  });
});
