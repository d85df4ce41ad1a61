import { describe, expect, it } from '@jest/globals';
import { tableOf } from './word-table.ts';
import { writtenForms } from './written-forms.ts';

describe('a cell of the lexicon', () => {
  it('lists forms between commas, choices in braces, and marks what is shared', () => {
    expect(writtenForms('coque*, {phone|mobile} {case|cover}').map(({ text, shared }) => [text, shared])).toEqual([
      ['coque', true],
      ['phone case', false],
      ['phone cover', false],
      ['mobile case', false],
      ['mobile cover', false],
    ]);
    expect(writtenForms(undefined)).toEqual([]);
  });

  it('stands in a row that is read by the names of its columns', () => {
    expect(tableOf('concept\ten\r\nkey\tkey, keys\n\n')).toEqual([{ concept: 'key', en: 'key, keys' }]);
  });
});
