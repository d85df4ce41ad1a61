import { fingerprint } from './fingerprint.ts';

/** A question with what is expected to be said. Opened from what was sealed for us, for as long as a claim is judged. */
export interface Proof {
  /** Who asks: the author of the post, or what can be read in its photos. */
  readonly source: 'person' | 'photo';
  readonly question: string;
  /** For frontends that ask in another language: what of the item is asked for. */
  readonly about: string | null;
  /** Any of them is right: a machine may have read one thing in several ways. */
  readonly expected: readonly string[];
}

/** A question as it is shown: nothing of what is expected. */
export interface AskedQuestion {
  readonly id: string;
  readonly question: string;
  readonly source: Proof['source'];
  readonly about: string | null;
}

export function askedOf(proof: Proof): AskedQuestion {
  const { question, source, about } = proof;
  return { id: questionIdOf(proof), question, source, about };
}

/** The same as long as the question is: an answer belongs to what was asked, however its place in the list moved. */
export function questionIdOf({ source, question }: Pick<Proof, 'source' | 'question'>): string {
  return `${source}-${fingerprint(question)}`;
}
