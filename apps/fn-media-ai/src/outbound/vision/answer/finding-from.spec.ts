import { describe, expect, it } from '@jest/globals';
import { aFinding } from '../../../../test/vision-question.builder.ts';
import { findingFrom } from './finding-from.ts';

const said = (value: string, confidence = 0.9) => ({ value, confidence });

describe('findingFrom', () => {
  it('takes a good answer as it is, and what it made of it once more', () => {
    expect(findingFrom(aFinding())).toEqual({ finding: aFinding(), personal: [] });
    expect(findingFrom(findingFrom(aFinding())?.finding)?.finding).toEqual(aFinding());
  });

  it.each([
    undefined,
    null,
    'a text',
    [],
    {},
    { ...aFinding(), tags: 'backpack' },
    { ...aFinding(), category: 'bags.backpack' },
    { ...aFinding(), sensitive: 'no' },
    { ...aFinding(), title: { value: 'x' } },
    { ...aFinding(), brand: { value: 5, confidence: 1 } },
    { ...aFinding(), objects: [{ value: 'x', confidence: 'high' }] },
  ])('refuses what has another shape (%#)', (raw) => {
    expect(findingFrom(raw)).toBeUndefined();
  });

  it.each(['bags', 'bags.gun', 'admin.delete', 'BAGS.BACKPACK', '__proto__', 'constructor', ''])(
    'knows no category %j',
    (value) => {
      expect(findingFrom({ ...aFinding(), category: said(value) })?.finding.category).toBeNull();
    },
  );

  it('keeps confidence within 0 and 1', () => {
    const raw = { ...aFinding(), tags: [said('a', 7), said('b', -3), said('c', 0.5)], title: said('x', 1e308) };
    const finding = findingFrom(raw)?.finding;
    expect(finding?.tags.map(({ confidence }) => confidence)).toEqual([1, 0, 0.5]);
    expect(finding?.title?.confidence).toBe(1);
  });

  it('holds nothing that was not asked for', () => {
    const raw = JSON.parse(
      `{"__proto__":{"admin":true},"action":"delete","level":"auto",${JSON.stringify(aFinding()).slice(1)}`,
    ) as object;
    expect(Object.keys(findingFrom(raw)?.finding ?? {}).toSorted()).toEqual(Object.keys(aFinding()).toSorted());
    expect(Reflect.get(findingFrom(raw)?.finding ?? {}, 'admin')).toBeUndefined();
  });

  it('says each word once, in small letters and with the best confidence', () => {
    const raw = { ...aFinding(), tags: [said('Bag', 0.4), said('bag', 0.8), said('  '), said('zip')] };
    expect(findingFrom(raw)?.finding.tags).toEqual([said('bag', 0.8), said('zip')]);
  });

  it('keeps so many of a list and so much of a text, however much there is', () => {
    const raw = {
      ...aFinding(),
      tags: Array.from({ length: 100_000 }, (_, index) => said(`tag ${index}`)),
      texts: Array.from({ length: 100_000 }, (_, index) => said(`text ${index} ${'x'.repeat(200)}`)),
      description: said('word '.repeat(100_000)),
    };
    const finding = findingFrom(raw)?.finding;
    expect(finding?.tags).toHaveLength(20);
    expect(finding?.texts).toHaveLength(30);
    expect(finding?.description?.value.length).toBeLessThanOrEqual(1_000);
    expect(JSON.stringify(finding).length).toBeLessThan(8_000);
  });

  it.each(['a-', '4 ', '+3-', '1.', 'é', 'x@'])('is not held up by a megabyte of %j', (piece) => {
    const long = said(piece.repeat(4_000 / piece.length));
    const many = Array.from({ length: 60 }, () => long);
    const words = { tags: many, objects: many, colors: many, texts: many };
    const started = performance.now();
    findingFrom({ ...aFinding(), title: long, description: long, brand: long, ...words });
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  it('leaves out what holds contact data, and names the kinds only', () => {
    const raw = {
      ...aFinding(),
      description: said('If found call +34 612 345 678'),
      texts: [said('ana@example.org'), said('Northpeak')],
    };
    const checked = findingFrom(raw);
    expect(checked?.finding).toMatchObject({ description: null, texts: [said('Northpeak')] });
    expect(checked?.personal.toSorted()).toEqual(['email', 'phone']);
    expect(JSON.stringify(checked)).not.toMatch(/612|ana@/);
  });
});
