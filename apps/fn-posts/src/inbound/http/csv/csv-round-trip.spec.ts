import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aPost, aReport } from '../../../../test/post.builder.ts';
import { viewOf } from '../../../domain/post/post-view.ts';
import { csvLine, guarded, joined, split, unguarded } from './csv-cells.ts';
import { COLUMN_NAMES, itemOf, textsOf } from './csv-columns.ts';
import { readCsv } from './read-csv.ts';

const FORMULAS = ['=', '+', '-', '@', '\t', '\r'];

/** Anything that a post can hold: well-formed, without NUL, and with more of what is special here than chance would bring. */
const special = fc.constantFrom(
  ...FORMULAS,
  "'",
  '"',
  ',',
  ';',
  '|',
  '\\',
  '\n',
  '\r\n',
  '\u{feff}',
  'a',
  'ß',
  '🧤',
  '1',
);
const text = fc
  .oneof(
    fc.array(special, { maxLength: 12 }).map((parts) => parts.join('')),
    fc.string({ unit: 'grapheme' }),
  )
  .filter((written) => !written.includes('\0'));
const trimmed = text.map((written) => written.trim());
const filled = trimmed.filter((written) => written !== '');
const maybe = fc.option(filled);
const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true }).map((value) => value + 0);

const report = fc.record({
  title: filled,
  description: trimmed,
  tags: fc.array(filled, { maxLength: 5 }),
  attributes: fc.record({
    brand: maybe,
    model: maybe,
    color: fc.array(filled, { maxLength: 4 }),
    material: maybe,
    marks: maybe,
  }),
  location: fc.record({
    lat: degrees(90),
    lng: degrees(180),
    accuracyMeters: fc.option(fc.double({ min: 0, max: 50_000, noNaN: true }).map((value) => value + 0)),
    address: maybe,
  }),
  reward: fc.option(fc.record({ amountMinor: fc.integer({ min: 1 }), currency: fc.constant('EUR') })),
});

type Told = typeof report extends fc.Arbitrary<infer T> ? T : never;

const file = (...lines: readonly (readonly string[])[]) =>
  Buffer.from(`\u{feff}${csvLine(COLUMN_NAMES)}${lines.map(csvLine).join('')}`);

describe('a CSV file of posts', () => {
  it('brings every text and number back exactly as it was', () => {
    fc.assert(
      fc.property(fc.array(report, { minLength: 1, maxLength: 4 }), (reports) => {
        const views = reports.map((one) => viewOf(aPost({ kind: 'found', ...one }).post.state, 'organization'));
        const rows = readCsv(file(...views.map(textsOf)), 10);
        const items = rows.map(({ cells }) => itemOf(cells ?? new Map()));
        expect(items).toEqual(reports.map((one) => expected(one)));
      }),
      { numRuns: 300 },
    );
  });

  it('holds no cell that a spreadsheet takes for a formula, whichever separator it assumes', () => {
    fc.assert(
      fc.property(text, (written) => {
        const cell = guarded(written);
        expect(FORMULAS).not.toContain(cell[0]);
        expect(unguarded(cell)).toBe(written);
        const line = csvLine([written]);
        const isQuoted = line.startsWith('"') && line.endsWith('"\r\n');
        expect(isQuoted || !/[;,\t|"]/.test(line)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps several texts in one cell apart', () => {
    fc.assert(fc.property(fc.array(filled), (texts) => expect(split(joined(texts))).toEqual(texts)));
  });
});

function expected({ attributes, location, reward, ...texts }: Told): object {
  const orNothing = (value: unknown) => (value === null || value === '' ? undefined : value);
  const { occurredFrom, occurredTo, category, radiusMeters, timeZone, visibility, language } = aReport();
  return {
    kind: 'found',
    title: texts.title,
    description: orNothing(texts.description),
    category,
    tags: texts.tags,
    attributes: {
      brand: orNothing(attributes.brand),
      model: orNothing(attributes.model),
      color: attributes.color,
      material: orNothing(attributes.material),
      marks: orNothing(attributes.marks),
    },
    location: {
      lat: location.lat,
      lng: location.lng,
      accuracyMeters: orNothing(location.accuracyMeters),
      address: orNothing(location.address),
    },
    radiusMeters,
    occurredFrom: occurredFrom.toISOString(),
    occurredTo: occurredTo.toISOString(),
    timeZone,
    visibility,
    language,
    reward: orNothing(reward),
    identifiers: [],
    photoUploadIds: [],
  };
}
