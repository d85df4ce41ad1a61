import type { Region } from '../photo/region.ts';
import type { PersonalText, ReadCode, ReadText } from '../photo/written-on-item.ts';

/** Finds contact and payment data in a text: libs/personal-data, which domain/ does not know. */
export type PersonalScan = (text: string) => ReadonlyArray<{
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}>;

/** What is made of writing and codes: what strangers may read, what only fn-matcher may, and what must be covered. */
export interface JudgedWriting {
  /** Those of products alone. */
  readonly codes: readonly ReadCode[];
  readonly texts: readonly ReadText[];
  readonly personal: readonly PersonalText[];
  readonly cover: readonly Region[];
  /** A passport or another paper with a machine-readable zone is in the photo. */
  readonly hasTravelDocument: boolean;
  /** Something in it belongs to one person by number or birth: a card, a paper, whatever the category says. */
  readonly isAboutPerson: boolean;
}
