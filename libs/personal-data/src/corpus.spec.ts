import { describe, expect, it } from '@jest/globals';
import { kindsExpected } from '../test/corpus/corpus.ts';
import { english } from '../test/corpus/english.ts';
import { french } from '../test/corpus/french.ts';
import { german } from '../test/corpus/german.ts';
import { portuguese } from '../test/corpus/portuguese.ts';
import { spanish } from '../test/corpus/spanish.ts';
import { maskPersonalData } from './mask-personal-data.ts';

const CORPORA = { english, spanish, french, german, portuguese };

describe.each(Object.entries(CORPORA))('a report in %s', (_language, { masked, kept }) => {
  it.each(masked)('masks "%s"', (text, expected) => {
    expect(maskPersonalData(text).text).toBe(expected);
  });

  it.each(kept)('keeps "%s"', (text) => {
    expect(maskPersonalData(text)).toEqual({ text, found: [] });
  });

  it.each(kept)('still finds an address and a number behind "%s"', (text) => {
    const { text: result } = maskPersonalData(`${text}. Mail sam@example.org; +44 20 7946 0958`);
    expect(result).toBe(`${text}. Mail [email]; [phone]`);
  });

  it('names the kind of each thing it masks, in order, and where it stood', () => {
    for (const [text, expected] of masked) {
      const { found } = maskPersonalData(text);
      expect(found.map(({ kind }) => kind)).toEqual(kindsExpected(expected));
      const rebuilt = found
        .toReversed()
        .reduce((rest, { kind, start, end }) => `${rest.slice(0, start)}[${kind}]${rest.slice(end)}`, text);
      expect(rebuilt).toBe(expected);
    }
  });
});
