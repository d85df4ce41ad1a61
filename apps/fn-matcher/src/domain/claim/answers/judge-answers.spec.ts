import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { judgeAnswers } from './judge-answers.ts';
import { photoProofs } from './photo-proofs.ts';
import { askedOf, type Proof, questionIdOf } from './proof.ts';

const asks = (question: string, answer: string): Proof => ({
  source: 'person',
  question,
  about: null,
  expected: [answer],
});
const GIRAFFE = asks('What is in the lid?', 'a drawing of a giraffe');
const STICKER = asks('Which number is on the sticker?', '4711');
const [NAME] = photoProofs([{ kind: 'name', value: 'Ada Berg', confidence: 0.9 }]);

const judged = (proofs: ReadonlyArray<Proof | undefined>, answers: readonly string[]) => {
  const known = proofs.filter((proof) => proof !== undefined);
  const given = known.map((proof, index) => ({ questionId: questionIdOf(proof), answer: answers[index] ?? '' }));
  return judgeAnswers(known, given).isProven;
};

describe('answers to the questions of a proof', () => {
  it('prove it when all that a person asked is right', () => {
    expect(judged([GIRAFFE, STICKER], ['giraffe drawing', '4711'])).toBe(true);
    expect(judged([GIRAFFE, STICKER], ['giraffe drawing', '4712'])).toBe(false);
    expect(judged([GIRAFFE, STICKER], ['giraffe drawing'])).toBe(false);
  });

  it('need not all say what a machine read in the photos', () => {
    expect(judged([GIRAFFE, NAME], ['giraffe drawing'])).toBe(true);
    expect(judged([NAME], ['ada berg'])).toBe(true);
    expect(judged([NAME], ['bert'])).toBe(false);
  });

  it('prove nothing where nothing was asked', () => {
    expect(judged([], [])).toBe(false);
    expect(judgeAnswers([GIRAFFE], [{ questionId: 'person-other', answer: 'giraffe drawing' }]).isProven).toBe(false);
  });

  it('are of the same amount of work whatever was asked, expected and answered', () => {
    const words = fc.string({ unit: 'grapheme', maxLength: 200 });
    const proof = fc
      .tuple(words, fc.array(words, { minLength: 1, maxLength: 2 }))
      .map(([question, expected]): Proof => ({ source: 'person', question, about: null, expected }));
    const none = judgeAnswers([], []).work.cells;
    fc.assert(
      fc.property(fc.array(proof, { maxLength: 5 }), fc.array(words, { maxLength: 5 }), (proofs, answers) => {
        const given = proofs.map((one, index) => ({ questionId: questionIdOf(one), answer: answers[index] ?? '' }));
        expect(judgeAnswers(proofs, given).work.cells).toBe(none);
      }),
      { numRuns: 25 },
    );
    expect(none).toBeGreaterThan(0);
  });

  it('take as long whichever of them is right', () => {
    const proofs = [GIRAFFE, STICKER];
    const given = (answers: readonly string[]) =>
      proofs.map((proof, at) => ({ questionId: questionIdOf(proof), answer: answers[at] ?? '' }));
    const kinds = [
      ['no', 'none'],
      ['giraffe drawing', 'none'],
      ['no', '4711'],
      ['a drawing of a lion'.repeat(9), '4712'],
    ].map((answers) => ({ answers: given(answers), took: [] as number[] }));
    // In turns, so that whatever else the machine does falls on all alike.
    for (let round = 0; round < 40; round += 1) {
      for (const { answers, took } of kinds) {
        const begun = performance.now();
        judgeAnswers(proofs, answers);
        took.push(performance.now() - begun);
      }
    }
    const medians = kinds.map(({ took }) => took.toSorted((a, b) => a - b)[20] ?? 0);
    expect(Math.max(...medians) / Math.min(...medians)).toBeLessThan(2);
  });

  it('are asked for without a word of what is expected', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{6,20}$/), (secret) => {
        const asked = askedOf(asks('What is in the lid?', secret));
        expect(JSON.stringify(asked)).not.toContain(secret);
        expect(asked).toEqual(askedOf(asks('What is in the lid?', 'something else')));
      }),
    );
  });
});

describe('questions made of what photos showed', () => {
  const hint = (kind: string, value: string, confidence = 0.9) => ({ kind, value, confidence });

  it('are asked of what was read surely, once per kind, three at most', () => {
    const proofs = photoProofs([
      hint('imei', '490154203237518'),
      hint('name', 'Ada Berg'),
      hint('name', 'A. Berg', 0.8),
      hint('email', 'smudge', 0.3),
      hint('text', 'call me'),
      hint('phone', '+49 171 5550100'),
      hint('serial', 'C02XK0ABJHD2'),
    ]);
    expect(proofs.map(({ about, expected }) => [about, expected])).toEqual([
      ['name', ['Ada Berg', 'A. Berg']],
      ['phone', ['+49 171 5550100']],
      ['serial', ['C02XK0ABJHD2']],
    ]);
  });
});
