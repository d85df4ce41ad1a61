import type { Proof } from './proof.ts';

/** What a photo showed that leads to a person; only we can read it. */
export interface PhotoHint {
  readonly kind: string;
  readonly value: string;
  readonly confidence: number;
}

const MOST_QUESTIONS = 3;
const MOST_READINGS = 3;
/** What was read less surely would refuse the owner. */
const SURE = 0.7;

/** What can be asked, what is asked first at the top. Kinds that nobody knows by heart are not asked. */
const QUESTIONS: ReadonlyArray<readonly [kind: string, question: string]> = [
  ['name', 'Which name is written on it?'],
  ['phone', 'Which phone number is written on it?'],
  ['email', 'Which e-mail address is written on it?'],
  ['document-number', 'Which number does the document have?'],
  ['serial', 'Which serial number is on it?'],
  ['imei', 'Which IMEI does it have?'],
  ['booking', 'Which booking code is on it?'],
];

/** One question per kind of thing that was read surely; how often or on which photo is not said. */
export function photoProofs(hints: readonly PhotoHint[]): Proof[] {
  return QUESTIONS.flatMap(([kind, question]) => {
    const sure = hints
      .filter((hint) => hint.kind === kind && hint.confidence >= SURE && hint.value.trim() !== '')
      .toSorted((a, b) => b.confidence - a.confidence)
      .map(({ value }) => value);
    const expected = [...new Set(sure)].slice(0, MOST_READINGS);
    return expected.length === 0 ? [] : [{ source: 'photo' as const, question, about: kind, expected }];
  }).slice(0, MOST_QUESTIONS);
}
