import { describe, expect, it } from '@jest/globals';
import { processorMs } from '@foundnow/testing';
import { readCsv } from './read-csv.ts';

const HEAD = 'title,category,location.lat,location.lng,occurredFrom,occurredTo,timeZone,language';
const row = (title: string) => `${title},bags.other,1,2,a,b,UTC,en`;
const titles = (text: string | Uint8Array) =>
  readCsv(typeof text === 'string' ? Buffer.from(text) : text, 3).map(({ cells }) => cells?.get('title'));

describe('a CSV file', () => {
  it.each([
    ['CRLF', [HEAD, row('a'), row('b')].join('\r\n')],
    ['LF and an empty last line', `${[HEAD, row('a'), row('b')].join('\n')}\n`],
    ['CR', [HEAD, row('a'), row('b')].join('\r')],
    ['a BOM', `\u{feff}${[HEAD, row('a'), row('b')].join('\n')}`],
    ['semicolons', [HEAD, row('a'), row('b')].join('\n').replaceAll(',', ';')],
    ['tabs', [HEAD, row('a'), row('b')].join('\n').replaceAll(',', '\t')],
    ['quoted cells', [HEAD, row('"a"'), row('"b"')].join('\n')],
  ])('with %s is read', (_name, text) => {
    expect(titles(text)).toEqual(['a', 'b']);
  });

  it('tells the line in which each row begins, empty lines and breaks within cells counted', () => {
    const rows = readCsv(Buffer.from([HEAD, row('"two\nlines"'), '', row('b'), 'too,few'].join('\r\n')), 3);
    expect(rows.map(({ line }) => line)).toEqual([2, 5, 6]);
    expect(rows.map(({ cells }) => cells?.get('title'))).toEqual(['two\nlines', 'b', undefined]);
  });

  it.each([
    ['Latin-1', Buffer.from([HEAD, row('Tüte')].join('\n'), 'latin1'), 'import.not_utf8'],
    ['UTF-16', Buffer.from(`\u{feff}${HEAD}\n${row('a')}`, 'utf16le'), 'import.not_utf8'],
    ['NUL', Buffer.from([HEAD, row('\0')].join('\n')), 'import.invalid_text'],
    ['no rows', Buffer.from(HEAD), 'import.empty'],
    ['nothing', Buffer.from(''), 'import.empty'],
    ['too many rows', Buffer.from([HEAD, ...'abcd'].join('\n')), 'import.too_many_rows'],
    ['an open quote', Buffer.from([HEAD, row('"a')].join('\n')), 'import.malformed'],
  ])('of %s is refused with a code', (_name, bytes, code) => {
    expect(() => readCsv(bytes, 3)).toThrow(expect.objectContaining({ code }));
  });

  it('of a hundred thousand columns is refused at once', () => {
    const head = Array.from({ length: 100_000 }, (_, index) => `c${index}`).join();
    const file = Buffer.from(`${head}\n1`);
    const refused = expect.objectContaining({ code: 'import.columns' });
    expect(processorMs(() => expect(() => readCsv(file, 3)).toThrow(refused))).toBeLessThan(2000);
  });

  it('names the columns that are not known, missing or twice', () => {
    const head = HEAD.replace('language', 'title,Farbe');
    expect(() => readCsv(Buffer.from(`${head}\n${row('a')},x`), 3)).toThrow(
      expect.objectContaining({
        code: 'import.columns',
        fields: [
          expect.objectContaining({ path: 'Farbe', code: 'unknown' }),
          expect.objectContaining({ path: 'title', code: 'twice' }),
          expect.objectContaining({ path: 'language', code: 'required' }),
        ],
      }),
    );
  });

  it('without a line of names is refused with nothing of what stands there instead', () => {
    const read = () => readCsv(Buffer.from('Blue bag,ada@example.org,+49 151 2345678\nx,y,z'), 3);
    expect(read).toThrow(
      expect.objectContaining({ fields: expect.arrayContaining([expect.objectContaining({ path: 'column 2' })]) }),
    );
    expect(read).toThrow(
      expect.not.objectContaining({
        fields: expect.arrayContaining([expect.objectContaining({ path: expect.stringMatching(/ada|151/) })]),
      }),
    );
  });
});
