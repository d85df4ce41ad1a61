import { describe, expect, it } from '@jest/globals';
import { contractsWith, PART, partMade } from '../../test/contract-fixture.ts';
import { problemsOf } from './check-contracts.ts';

const sealed = { name: 'sealedNote', type: ['null', 'string'], default: null, sealedFor: 'shop' };

function details(...args: Parameters<typeof contractsWith>): string[] {
  return problemsOf(contractsWith(...args)).map(({ check, detail }) => `${check}: ${detail}`);
}

describe('consumers', () => {
  it('name the consumer of a field that the newest version no longer has, though every version reads each other', () => {
    const versions = [partMade({ name: 'size', type: 'int', default: 0 }), partMade()];
    const problems = problemsOf(contractsWith({ versions, consumers: { shop: ['size'] }, public: ['size'] }));
    expect(problems).toEqual([
      {
        check: 'consumers',
        where: 'part.made',
        detail: 'shop reads size, which v2 does not have: bring it back, or change shop first',
        consumers: ['shop'],
      },
    ]);
  });

  it('are services, and read only what is sealed for them', () => {
    const versions = [partMade(sealed)];
    const found = details({
      versions,
      sealed: ['sealedNote'],
      consumers: { parts: ['sealedNote'], nobody: ['partId'], shop: [] },
    });
    expect(found.filter((detail) => detail.startsWith('consumers'))).toEqual([
      'consumers: parts reads sealedNote, which only shop can open',
      'consumers: nobody is no service: it owns no topic',
      'consumers: shop is the only one that can open sealedNote and does not read it',
    ]);
  });
});

describe('classification', () => {
  it('misses a field that has no class, nested ones too', () => {
    const inner = {
      type: 'record',
      name: 'Inner',
      doc: 'Within.',
      fields: [{ name: 'size', type: 'int', doc: 'Cm.' }],
    };
    const versions = [partMade({ name: 'inner', type: inner })];
    expect(details({ versions, examples: [{ ...PART, inner: { size: 1 } }] })).toEqual([
      'classification: inner of v1 has no class: add it to classification of parts.events in catalog.yaml',
      'classification: inner.size of v1 has no class: add it to records.Inner of parts.events in catalog.yaml',
    ]);
  });

  it('refuses names that no schema has, and names with two classes', () => {
    expect(details({ public: ['size'], sealed: ['partId'] })).toEqual([
      'classification: no schema has size: remove it',
      'classification: partId has two classes',
    ]);
  });

  it('holds sealed and sealedFor together', () => {
    const found = details({
      versions: [partMade(sealed)],
      public: ['sealedNote'],
      consumers: { shop: ['sealedNote'] },
    });
    expect(found).toContain('classification: sealedNote is public in catalog.yaml and sealed in v1');
  });
});

describe('shared types', () => {
  it('are one thing under one name', () => {
    const visibility = { type: 'enum', name: 'Visibility', doc: 'Who.', symbols: ['unknown'], default: 'unknown' };
    const contracts = contractsWith();
    const other = contractsWith({
      versions: [{ ...partMade({ name: 'x', type: 'string' }), name: 'PartSold' }].map((json) => ({
        ...json,
        fields: (json as { fields?: { name: string }[] }).fields?.map((field) =>
          field.name === 'visibility' ? { ...field, type: visibility } : field,
        ),
      })),
      event: { name: 'part.sold' },
    });
    const topics = [contracts.topics, other.topics].flat();
    const found = problemsOf({ ...contracts, topics }).filter(({ check }) => check === 'shared-types');
    expect(found.map(({ where, detail }) => `${where}: ${detail}`)).toEqual([
      'part.sold: foundnow.parts.Visibility differs from the one in part.made: give both events a version in which they agree',
    ]);
  });
});

describe('the lock', () => {
  it('misses a version without an id', () => {
    expect(problemsOf({ ...contractsWith(), lock: { schemas: [] } })).toMatchObject([
      { check: 'lock', detail: 'has no id in registry.lock.json: npm run generate' },
    ]);
  });

  it('refuses a version that was changed after it got its id, docs aside', () => {
    const { lock } = contractsWith();
    const reworded = contractsWith({ versions: [{ ...partMade(), doc: 'Said better.' }] });
    const changed = contractsWith({
      versions: [partMade({ name: 'size', type: 'int', default: 0 })],
      public: ['size'],
    });
    expect(problemsOf({ ...reworded, lock })).toEqual([]);
    expect(problemsOf({ ...changed, lock }).filter(({ check }) => check === 'lock')).toMatchObject([
      {
        where: 'parts.events-foundnow.parts.PartMade v1',
        detail: expect.stringContaining('was changed after it got its id'),
      },
    ]);
  });

  it('refuses ids given twice and ids whose schema is gone', () => {
    const contracts = contractsWith();
    const [locked] = contracts.lock.schemas;
    if (!locked) throw new Error('the fixture has an id');
    const schemas = [locked, { ...locked, version: 2 }];
    expect(problemsOf({ ...contracts, lock: { schemas } }).map(({ detail }) => detail)).toEqual([
      'an id is a whole number above 0 and given once',
      'parts.events-foundnow.parts.PartMade v2 is gone: messages may still carry its id',
    ]);
  });
});
