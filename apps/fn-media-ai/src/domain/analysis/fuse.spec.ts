import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Proposed, VisionFinding } from '../vision/vision-finding.ts';
import { fuse } from './fuse.ts';
import { levelOf } from './level.ts';
import type { KeptReading, SeenPhoto } from './seen-photo.ts';

const confidence = fc.double({ min: 0, max: 1, noNaN: true });
const word = fc.constantFrom('Navy backpack', 'navy backpack', 'Red scarf', 'bags.backpack', 'clothing.scarf', 'nylon');
const proposed: fc.Arbitrary<Proposed> = fc.record({ value: word, confidence });
const maybe = fc.option(proposed);
const some = fc.array(proposed, { maxLength: 3 });
const finding: fc.Arbitrary<VisionFinding> = fc.record({
  category: maybe,
  title: maybe,
  description: maybe,
  brand: maybe,
  model: maybe,
  material: maybe,
  tags: some,
  objects: some,
  colors: some,
  texts: some,
  sensitive: fc.boolean(),
});
const photo: fc.Arbitrary<SeenPhoto> = fc
  .record({
    photoId: fc.uuid(),
    texts: fc.array(fc.record({ value: word, kind: fc.constantFrom('word', 'brand'), confidence }), { maxLength: 3 }),
    colors: fc.uniqueArray(
      fc.record({
        name: fc.constantFrom('navy', 'red', 'beige'),
        share: fc.double({ min: 0.01, max: 0.33, noNaN: true }),
      }),
      { selector: ({ name }) => name },
    ),
    sure: confidence,
    finding: fc.option(finding),
  })
  .map(({ photoId, texts, colors, sure, finding: found }) => ({
    photoId,
    reading: aReading({
      texts: texts.map((text) => ({ ...text, kind: text.kind as 'word', region: WHOLE })),
      colors: colors.map((color) => ({ ...color, hex: '#1b2a49' })),
      stages: [{ stage: 'colors', provider: 'local', model: 'oklab-1', confidence: sure, milliseconds: 1 }],
    }),
    sight: found && { provider: 'claude', model: 'm', promptVersion: 'p', milliseconds: 9, finding: found },
  }));
const photos = fc.uniqueArray(photo, { maxLength: 4, selector: ({ photoId }) => photoId });
const WHOLE = { left: 0, top: 0, width: 1, height: 1 };
const SILENT: VisionFinding = {
  category: null,
  title: null,
  description: null,
  brand: null,
  model: null,
  material: null,
  tags: [],
  objects: [],
  colors: [],
  texts: [],
  sensitive: false,
};

describe('what photos say together', () => {
  it('is as sure as something can be, and no surer', () => {
    fc.assert(
      fc.property(photos, (all) => {
        const { confidence: overall, tags, objects, text, category, colors } = fuse(all);
        const every = [
          overall,
          category?.confidence ?? 0,
          ...[...tags, ...objects, ...text].map((one) => one.confidence),
        ];
        for (const each of [...every, ...colors.map(({ share }) => share)]) {
          expect(each).toBeGreaterThanOrEqual(0);
          expect(each).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('does not depend on the order of the photos', () => {
    fc.assert(
      fc.property(photos, fc.nat(), (all, turn) => {
        const turned = all.map((_, at) => all[(at + turn) % all.length] as SeenPhoto).toReversed();
        expect(fuse(turned)).toEqual(fuse(all));
      }),
    );
  });

  it('is not changed by a stage that found nothing', () => {
    fc.assert(
      fc.property(photos, (all) => {
        const silent = all.map((one) => ({
          ...one,
          sight: one.sight ?? { provider: 'claude', model: 'm', promptVersion: 'p', milliseconds: 9, finding: SILENT },
        }));
        const { degraded: _, models: __, ...before } = fuse(all);
        const { degraded, models, ...after } = fuse(silent);
        expect(after).toEqual(before);
        expect({ degraded, models }).toBeDefined();
      }),
    );
  });

  it('does not become less sure when one voice becomes surer', () => {
    const fields = ['category', 'title', 'description', 'brand', 'model', 'material'] as const;
    fc.assert(
      fc.property(photos, fc.constantFrom(...fields), confidence, (all, field, more) => {
        const surer = all.map((one) => {
          const said = one.sight?.finding[field];
          if (!one.sight || !said) return one;
          const raised = { ...said, confidence: Math.max(said.confidence, more) };
          return { ...one, sight: { ...one.sight, finding: { ...one.sight.finding, [field]: raised } } };
        });
        expect(fuse(surer).confidence).toBeGreaterThanOrEqual(fuse(all).confidence);
      }),
    );
  });

  it('is surer of what two photos agree on than of what one says', () => {
    const saying = (photoId: string): SeenPhoto => ({
      photoId,
      reading: aReading({}),
      sight: sightOf({ category: { value: 'bags.backpack', confidence: 0.8 } }),
    });
    const alone = fuse([saying('a')]).category;
    const agreed = fuse([saying('a'), saying('b')]).category;
    expect(alone).toEqual({ value: 'bags.backpack', confidence: 0.8, sources: ['vision'] });
    expect(agreed?.confidence).toBeCloseTo(0.84);
  });

  it('is a matter of opinion where photos speak for two categories, and goes nowhere by itself', () => {
    const saying = (photoId: string, value: string): SeenPhoto => ({
      photoId,
      reading: aReading({}),
      sight: sightOf({ category: { value, confidence: 0.95 } }),
    });
    expect(fuse([saying('a', 'bags.backpack'), saying('b', 'bags.backpack')]).level).toBe('auto');
    expect(fuse([saying('a', 'bags.backpack'), saying('b', 'clothing.scarf')]).level).toBe('suggest');
  });

  it('waits for somebody to look when a model calls it sensitive, and says that no model looked', () => {
    const shown = (sensitive: boolean): SeenPhoto => ({
      photoId: 'a',
      reading: aReading({}),
      sight: sightOf({ sensitive }),
    });
    expect(fuse([shown(true)])).toMatchObject({ level: 'review', degraded: false });
    expect(fuse([shown(false), { photoId: 'b', reading: aReading({}), sight: null }])).toMatchObject({
      degraded: true,
    });
  });
});

describe('the level', () => {
  const calm = { isDisputed: false, isSensitive: false, hasProposal: true };
  it.each([
    [1, 'auto'],
    [0.85, 'auto'],
    [0.8499, 'suggest'],
    [0.7, 'suggest'],
    [0.6999, 'review'],
    [0.5, 'review'],
    [0.4999, 'none'],
    [0, 'none'],
  ])('of %d is %s', (sure, level) => {
    expect(levelOf(sure, calm)).toBe(level);
  });

  it('asks nobody to look where nothing is proposed', () => {
    expect(levelOf(0.6, { ...calm, hasProposal: false })).toBe('none');
    expect(levelOf(0.8, { ...calm, hasProposal: false })).toBe('suggest');
  });
});

function sightOf(said: Partial<VisionFinding>) {
  return { provider: 'claude', model: 'm', promptVersion: 'p', milliseconds: 9, finding: { ...SILENT, ...said } };
}

function aReading(different: Partial<KeptReading>): KeptReading {
  return {
    pipelineVersion: '1',
    width: 100,
    height: 100,
    quality: { sharpness: 1, exposure: 0.5, contrast: 1, noise: 0 },
    hints: [],
    hashes: [],
    colors: [],
    vectors: [],
    codes: [],
    texts: [],
    readAs: 'other.other',
    redaction: { kind: 'none', regions: [] },
    stages: [],
    ...different,
  };
}
