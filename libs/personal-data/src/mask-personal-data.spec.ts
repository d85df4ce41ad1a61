import { describe, expect, it } from '@jest/globals';
import { processorMs } from '@foundnow/testing';
import fc from 'fast-check';
import { maskPersonalData, personalDataIn } from './mask-personal-data.ts';

const PIECES = [
  'sam@example.org',
  'sam at example dot org',
  '+44 20 7946 0958',
  '06 12 34 56 78',
  '0612345678',
  '(212) 555-0187',
  '4111 1111 1111 1111',
  'DE89 3704 0044 0532 0130 00',
  'I<UTOD231458907<<<<<<<<<<<<<<<',
  'tel',
  'serial ',
  '1',
  '12',
  '345',
  ' ',
  '-',
  '+',
  '(',
  ')',
  '/',
  '.',
  '@',
  '<',
  '[phone]',
  '\u200b',
  '👜',
  'é',
  'x',
  '€',
  '%40',
];

const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((parts) => parts.join(''));
const anyText = fc.oneof(pieces, fc.string({ unit: 'grapheme', maxLength: 120 }), fc.string({ unit: 'binary' }));

describe('maskPersonalData', () => {
  it('changes nothing in what it has masked', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const masked = maskPersonalData(text).text;
        expect(maskPersonalData(masked)).toEqual({ text: masked, found: [] });
      }),
      { numRuns: 3_000 },
    );
  });

  it('says where in the given text each masked thing stood', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { text: masked, found } = maskPersonalData(text);
        let rebuilt = '';
        let at = 0;
        for (const { kind, start, end } of found) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          rebuilt += `${text.slice(at, start)}[${kind}]`;
          at = end;
        }
        expect(rebuilt + text.slice(at)).toBe(masked);
      }),
      { numRuns: 3_000 },
    );
  });

  it('never cuts a character in two', () => {
    fc.assert(
      fc.property(pieces, (text) => {
        expect(maskPersonalData(text).text.isWellFormed()).toBe(true);
      }),
    );
  });

  it('finds an address and a number between any other text', () => {
    const around = fc.string({ unit: 'grapheme', maxLength: 40 });
    fc.assert(
      fc.property(around, around, (before, after) => {
        const { text } = maskPersonalData(`${before} someone@example.org, +34 612 345 678, ${after}`);
        expect(text).not.toContain('someone@example.org');
        expect(text).not.toContain('345 678');
      }),
    );
  });

  it('leaves a text without digits, signs and addresses as it is', () => {
    expect(maskPersonalData('A red umbrella 👜 on platform four')).toEqual({
      text: 'A red umbrella 👜 on platform four',
      found: [],
    });
  });

  it.each([
    '1 ',
    '1',
    '0-',
    'a.',
    'A1',
    '@a.',
    '(1)',
    '+1',
    '<<',
    'P<',
    'a@',
    ' at a dot ',
    ' arroba ',
    'a(at)',
    '06 12 34 56 78',
    '06 12 34 56 78 ',
    '4111 1111 ',
    'DE89',
    'DE89 3704 0044 0532 0130 00',
    'sam@example.org',
    'a\u200b',
    '٣',
    '%40',
    '&#64;',
    'serial no ',
    'tel tel ',
    '1.234.567 ',
    '00-',
    'é1 ',
    '01.02.2026 ',
    '€1',
  ])('needs no longer than its length for 100 KB of "%s"', (part) => {
    const hostile = part.repeat(Math.ceil(100_000 / part.length));
    const quarter = time(hostile.slice(0, 25_000));
    const whole = time(hostile);
    expect(whole).toBeLessThan(1_500);
    // Four times the length; work that grows with its square would need sixteen times as long, and seconds.
    expect(whole).toBeLessThan(quarter * 10 + 200);
  });
});

describe('personalDataIn', () => {
  it('says the kinds once each, and nothing of what it found', () => {
    expect(personalDataIn('a@example.org, b@example.org, 06 12 34 56 78')).toEqual(['email', 'phone']);
    expect(personalDataIn('Sony WH-1000XM4')).toEqual([]);
  });
});

/** The best of three: the first may have to be compiled. */
function time(text: string): number {
  return Math.min(...[0, 1, 2].map(() => processorMs(() => void maskPersonalData(text))));
}
