import { describe, expect, it } from '@jest/globals';
import { readLexicon } from '../../../outbound/knowledge/read-lexicon.ts';
import { saysTheSame } from './compare-answers.ts';
import { oneWordIn } from './one-word.ts';

const lexicon = readLexicon();
const says = (expected: readonly [string, string], given: readonly [string, string]) => {
  const languages = { expected: oneWordIn(expected[0], lexicon), given: oneWordIn(given[0], lexicon) };
  return saysTheSame(expected[1], given[1], { cells: 0 }, languages);
};

describe('an answer in another language', () => {
  it.each([
    [
      ['es', 'una jirafa'],
      ['en', 'a giraffe'],
    ],
    [
      ['de', 'blau'],
      ['fr', 'bleu'],
    ],
    [
      ['de', 'zwei Schlüssel'],
      ['es', 'dos llaves'],
    ],
    [
      ['pt', 'couro vermelho'],
      ['de', 'rotes Leder'],
    ],
  ] as const)('says the same: %j and %j', (expected, given) => {
    expect(says(expected, given)).toBe(true);
  });

  it.each([
    [
      ['es', 'una jirafa'],
      ['en', 'a lion'],
    ],
    [
      ['de', 'blau'],
      ['fr', 'rouge'],
    ],
    [
      ['de', 'zwei Schlüssel'],
      ['es', 'tres llaves'],
    ],
  ] as const)('says something else: %j and %j', (expected, given) => {
    expect(says(expected, given)).toBe(false);
  });
});
