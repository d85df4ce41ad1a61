import { type Languages, saysTheSame } from './compare-answers.ts';
import { oneWordIn } from './one-word.ts';
import type { Lexicon } from '../../text/lexicon.ts';
import { type Proof, questionIdOf } from './proof.ts';
import type { Work } from './word-distance.ts';

/** An answer to one of the questions, as somebody typed it. It lives as long as the request that brings it. */
export interface GivenAnswer {
  readonly questionId: string;
  readonly answer: string;
}

export interface Judgement {
  readonly isProven: boolean;
  /** Of the same size whatever was asked and answered. */
  readonly work: Readonly<Work>;
}

/** Comparisons of one judgement: five questions of the finder, three of photos with up to three readings each. */
const COMPARISONS = 14;

/**
 * Every question of a person must be answered rightly; of those read from photos, which a machine may have misread, at
 * least half, and where a person asked as well, all but half. All answers are compared, and blanks up to the fixed
 * number: neither the verdict nor the time it takes says which was wrong.
 */
export function judgeAnswers(
  proofs: readonly Proof[],
  given: readonly GivenAnswer[],
  languages?: Languages,
): Judgement {
  const answers = new Map(given.map(({ questionId, answer }) => [questionId, answer]));
  const work: Work = { cells: 0 };
  let comparisons = 0;
  const right = proofs.map((proof) => {
    const answer = answers.get(questionIdOf(proof)) ?? '';
    const compared = proof.expected.map((expected) => {
      comparisons += 1;
      return saysTheSame(expected, answer, work, languages);
    });
    return compared.includes(true);
  });
  for (; comparisons < COMPARISONS; comparisons += 1) saysTheSame('', '', work, languages);
  const count = (source: Proof['source'], onlyRight: boolean) =>
    proofs.filter((proof, index) => proof.source === source && (!onlyRight || right[index] === true)).length;
  const persons = count('person', false);
  const photos = count('photo', false);
  const wanted = persons > 0 ? Math.floor(photos / 2) : Math.ceil(photos / 2);
  const isProven = persons + photos > 0 && count('person', true) === persons && count('photo', true) >= wanted;
  return { isProven, work };
}

/** What a post asks, judged as the author of the other one writes. */
export function languagesOf(
  asks: { readonly language: string },
  answers: { readonly language: string },
  lexicon: Lexicon,
) {
  return { expected: oneWordIn(asks.language, lexicon), given: oneWordIn(answers.language, lexicon) };
}
