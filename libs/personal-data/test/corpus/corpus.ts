import type { PersonalDataKind } from '../../src/personal-data.ts';

/** Texts as people write them into a report, in one language. */
export interface Corpus {
  /** The text, and how it reads once it is masked. */
  readonly masked: ReadonlyArray<readonly [text: string, masked: string]>;
  /** Descriptions full of numbers and names, in which nothing is anybody's. */
  readonly kept: readonly string[];
}

export const PLACEHOLDER = /\[(?<kind>email|phone|card|iban|passport)\]/g;

export function kindsExpected(masked: string): PersonalDataKind[] {
  return [...masked.matchAll(PLACEHOLDER)].map(({ groups }) => groups?.['kind'] as PersonalDataKind);
}
