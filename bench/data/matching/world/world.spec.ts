import { describe, expect, it } from '@jest/globals';
import { isCategory } from '@foundnow/kernel';
import { NOISE } from '../noise.ts';
import { LANGUAGES, SPLITS } from '../post.ts';
import type { Report } from '../report/report.ts';
import { BRANDS, ITEM_WORDS, TYPES } from '../text/lexis.ts';
import { drawWorld } from './world.ts';

const drawn = drawWorld({ seed: 7, split: 'train', pairs: 1_500, distractors: 3_000 });
const byId = new Map(drawn.reports.map((one) => [one.post.id, one]));
const paired = drawn.truth.flatMap(({ lostId, foundId }) => [byId.get(lostId)!, byId.get(foundId)!]);
const shareOf = (reports: readonly Report[], holds: (report: Report) => boolean): number =>
  reports.filter(holds).length / reports.length;

describe('a world of lost and found things', () => {
  it('is the same for the same seed, and another for another', () => {
    const draw = (seed: number) => JSON.stringify(drawWorld({ seed, split: 'test', pairs: 20, distractors: 30 }));
    expect(draw(3)).toBe(draw(3));
    expect(draw(3)).not.toBe(draw(4));
  });

  it('pairs a lost with a found post, each at most once', () => {
    const ids = drawn.truth.flatMap(({ lostId, foundId }) => [lostId, foundId]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(drawn.truth.every(({ lostId }) => byId.get(lostId)?.post.kind === 'lost')).toBe(true);
    expect(drawn.truth.every(({ foundId }) => byId.get(foundId)?.post.kind === 'found')).toBe(true);
  });

  it('leaves two of five lost posts without a find', () => {
    const lost = drawn.reports.filter(({ post }) => post.kind === 'lost');
    expect(1 - drawn.truth.length / lost.length).toBeCloseTo(0.4, 1);
  });

  it('writes posts that hold together', () => {
    for (const { post } of drawn.reports) {
      expect(post.title.trim()).not.toBe('');
      expect(`${post.title} ${post.description}`).not.toMatch(/[{}*]|undefined/);
      expect(isCategory(post.category)).toBe(true);
      expect(post.occurredFrom <= post.occurredTo && post.occurredTo <= post.reportedAt).toBe(true);
      expect(Math.abs(post.location.lat) < 90 && Math.abs(post.location.lng) < 180).toBe(true);
    }
  });

  it('shares no post and no place in time between splits', () => {
    const worlds = SPLITS.map((split) => drawWorld({ seed: 7, split, pairs: 200, distractors: 200 }));
    const told = worlds.flatMap(({ reports }) =>
      reports.flatMap(({ post }) => [post.id, `${post.location.lat} ${post.location.lng} ${post.reportedAt}`]),
    );
    expect(new Set(told).size).toBe(told.length);
  });

  it.each([
    ['a missing brand', NOISE.brandMissing, ({ noise }: Report) => noise.brand === 'missing'],
    ['a wrong brand', NOISE.brandWrong, ({ noise }: Report) => noise.brand === 'wrong'],
    ['a confused category', NOISE.categoryConfused, ({ noise }: Report) => noise.category === 'confused'],
    ['a category of another family', NOISE.categoryFar, ({ noise }: Report) => noise.category === 'far'],
    ['a missing colour', NOISE.colourMissing, ({ noise }: Report) => noise.colour === 'missing'],
    ['a neighbouring colour', NOISE.colourNeighbour, ({ noise }: Report) => noise.colour === 'neighbour'],
  ] as const)('has %s as often as declared', (name, share, holds) => {
    const about = paired.filter(({ noise }) => (name.endsWith('brand') ? noise.brand : noise.colour) !== 'none');
    const found = shareOf(name.includes('category') ? paired : about, holds);
    expect(Math.abs(found - share)).toBeLessThan(0.025);
  });

  it('tells a third of the pairs in two languages, and half of the posts without what a photo shows', () => {
    const across = drawn.truth.filter(
      ({ lostId, foundId }) => byId.get(lostId)!.post.language !== byId.get(foundId)!.post.language,
    );
    expect(across.length / drawn.truth.length).toBeCloseTo(1 / 3, 1);
    expect(shareOf(paired, ({ post }) => post.analysis === null)).toBeCloseTo(0.5, 1);
  });
});

describe('the words', () => {
  it('name every category in every language at least six ways, some of them for the test split only', () => {
    for (const language of LANGUAGES) {
      expect([...ITEM_WORDS[language].keys()]).toEqual(TYPES.map(({ name }) => name));
      for (const words of ITEM_WORDS[language].values()) {
        expect(words.length).toBeGreaterThanOrEqual(6);
        expect(words.filter((word) => !word.includes('*')).length).toBeGreaterThanOrEqual(4);
      }
    }
    expect(TYPES.every(({ brands }) => brands === '-' || BRANDS.has(brands))).toBe(true);
  });

  it('that are held out are met in the test split only', () => {
    const told = (split: 'train' | 'test') =>
      drawWorld({ seed: 5, split, pairs: 800, distractors: 0 })
        .reports.map(({ post }) => `${post.title} ${post.description} ${post.attributes.brand}`)
        .join('\n');
    const held = ['brolly', 'Kalkhoff', 'Drahtesel', 'pébroc', 'squeezebox', 'Barclays'];
    const [train, test] = [told('train'), told('test')];
    expect(held.filter((word) => train.includes(word))).toEqual([]);
    expect(held.filter((word) => test.includes(word)).length).toBeGreaterThanOrEqual(3);
  });
});
