import type { DecodedPhoto } from './decoded-photo.ts';

export type StageName =
  | 'quality'
  | 'hashes'
  | 'colors'
  | 'descriptor'
  | 'codes'
  | 'text'
  | 'redaction'
  | 'embedding'
  | 'vision';

/** What the post says of the item. */
export interface AboutItem {
  readonly kind: 'lost' | 'found';
  /** `group.kind`, or empty when nobody said. */
  readonly category: string;
  /** BCP 47. */
  readonly language: string;
}

/** What a stage found, and how: the work of a `provider` with a `model` in so many milliseconds. */
export interface Found<Finding> {
  readonly finding: Finding;
  /** 0 to 1; null where a measurement has none. */
  readonly confidence: number | null;
  readonly milliseconds: number;
  readonly provider: string;
  readonly model: string;
}

/** One look at a photo. Stages know nothing of each other, so that they can run beside each other. */
export interface Stage<Finding> {
  readonly name: StageName;
  read(photo: DecodedPhoto, about: AboutItem): Promise<Found<Finding>>;
}

/** What is kept of a stage that ran. */
export type StageUse = Omit<Found<unknown>, 'finding'> & { readonly stage: StageName };
