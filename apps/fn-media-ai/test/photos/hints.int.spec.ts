import { afterAll, describe, expect, it } from '@jest/globals';
import { ReaderPool } from '../../src/outbound/reader/reader-pool.ts';
import { chance } from '../rendered/chance.ts';
import { label } from '../rendered/labels.ts';
import { type Conditions, photograph } from '../rendered/photograph.ts';
import { textless } from '../rendered/textless.ts';

const { drawing } = label(chance(6), { size: 36, lightOnDark: true });
const pool = new ReaderPool({ readers: 1, text: false });
afterAll(() => pool.close());
const hintsOf = async (conditions: Conditions, thing = drawing) => {
  const file = await photograph(thing, conditions);
  return (await pool.read(file, { kind: 'found', category: '', language: 'en' })).reading.hints;
};

describe('what is said to the reporter about a photo of a label', () => {
  it.each<[string, Conditions]>([
    ['as it is', {}],
    ['a little out of focus', { blur: 2 }],
    ['in the evening', { light: 0.5 }],
    ['faint', { contrast: 0.3 }],
  ])('is nothing when OCR still reads it: %s', async (_how, conditions) => {
    expect(await hintsOf(conditions)).toEqual([]);
  });

  it.each([4, 6])('is that it is blurred when nobody reads it: by %d pixels', async (blur) => {
    expect(await hintsOf({ blur })).toEqual(['blurred']);
  });

  it('is that it is too dark when little is seen', async () => {
    expect(await hintsOf({ light: 0.2 })).toEqual(['too_dark']);
  });
});

describe('what is said to the reporter about a photo of a bag without a letter on it', () => {
  const bag = textless('bag', chance(3));

  it('is the same: blurred or nothing', async () => {
    expect(await hintsOf({}, bag)).toEqual([]);
    expect(await hintsOf({ blur: 4 }, bag)).toEqual(['blurred']);
  });
});
