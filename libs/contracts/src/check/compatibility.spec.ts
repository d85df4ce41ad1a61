import { describe, expect, it } from '@jest/globals';
import { contractsWith, partMade } from '../../test/contract-fixture.ts';
import type { FieldJson } from '../../test/contract-fixture.ts';
import { compatibility } from './compatibility.ts';

const consumers = { shop: ['partId', 'size'], desk: ['partId'] };

function problems(before: readonly FieldJson[], after: readonly FieldJson[], later: readonly FieldJson[] = after) {
  const versions = [before, after, later].map((fields) => partMade(...fields));
  return compatibility(contractsWith({ versions, consumers }));
}

const size: FieldJson = { name: 'size', type: 'int' };
const enumOf = (...symbols: string[]) => ({ type: 'enum', name: 'Size', doc: 'How large.', symbols });

describe('compatibility', () => {
  it('names event, versions, field and consumers when a field goes that had no default', () => {
    const [problem] = problems([size], []);
    expect(problem).toEqual({
      check: 'compatibility',
      where: 'part.made',
      detail:
        'what is written as v2 cannot be read as v1: size (read by shop): missing in what is written, and without a default',
      consumers: ['shop', 'desk'],
    });
  });

  it('refuses a new field without default', () => {
    expect(problems([], [size])[0]?.detail).toContain('what is written as v1 cannot be read as v2: size');
  });

  it('compares all versions, not neighbours only', () => {
    const versions = [partMade(size), partMade({ ...size, default: 0 }), partMade()];
    const pairs = compatibility(contractsWith({ versions, consumers })).map(({ detail }) => detail.slice(0, 46));
    expect(pairs).toEqual(['what is written as v3 cannot be read as v1: si']);
  });

  it.each<[string, FieldJson, FieldJson, string]>([
    ['int to long', size, { name: 'size', type: 'long' }, 'long became int'],
    ['int to string', size, { name: 'size', type: 'string' }, 'int became string'],
    ['value to nullable', size, { name: 'size', type: ['null', 'int'], default: null }, 'null can be written'],
    ['value to array', size, { name: 'size', type: { type: 'array', items: 'int' } }, 'int became an array of int'],
    [
      'long to time',
      { name: 'madeAt', type: 'long' },
      { name: 'madeAt', type: { type: 'long', logicalType: 'timestamp-millis' } },
      'the logical type changed from plain long to timestamp-millis',
    ],
    [
      'string to uuid',
      { name: 'size', type: 'string' },
      { name: 'size', type: { type: 'string', logicalType: 'uuid' } },
      'the logical type changed from plain string to uuid',
    ],
    [
      'another recipient',
      { name: 'sealedSize', type: 'string', sealedFor: 'shop' },
      { name: 'sealedSize', type: 'string', sealedFor: 'desk' },
      'sealed for another service',
    ],
    [
      'a new symbol in an enum without default',
      { name: 'size', type: enumOf('unknown', 'small') },
      { name: 'size', type: enumOf('unknown', 'small', 'large') },
      'large can be written, and the enum has no default',
    ],
    [
      'a renamed enum',
      { name: 'size', type: enumOf('unknown') },
      { name: 'size', type: { ...enumOf('unknown'), name: 'Length' } },
      'foundnow.parts.Size became foundnow.parts.Length',
    ],
  ])('refuses a change from %s', (_change, before, after, detail) => {
    expect(problems([before], [after]).some((problem) => problem.detail.includes(detail))).toBe(true);
  });

  it('allows what readers and writers of all versions survive', () => {
    const sizes = (...symbols: string[]) => ({ ...enumOf('unknown', ...symbols), default: 'unknown' });
    const before = [
      { name: 'size', type: sizes('small') },
      { name: 'old', type: 'string', default: '' },
    ];
    const after = [
      { name: 'size', type: sizes('large'), doc: 'Better said.' },
      { name: 'note', type: ['null', 'string'], default: null },
    ];
    expect(problems(before, after)).toEqual([]);
  });
});
