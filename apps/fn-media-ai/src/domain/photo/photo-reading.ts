import type { Redaction } from './region.ts';
import type { StageUse } from './stage.ts';
import type { PersonalText, ReadCode, ReadText } from './written-on-item.ts';

/** Each 0 to 1; for noise less is better, for exposure 0.5 is the middle. */
export interface PhotoQuality {
  readonly sharpness: number;
  readonly exposure: number;
  readonly contrast: number;
  readonly noise: number;
}

/** What the reporter can do better. */
export type QualityHint = 'too_dark' | 'blurred' | 'too_small' | 'overexposed';

/** Says "same photo", never "same object". */
export interface PhotoHash {
  readonly algorithm: 'pdq' | 'dhash';
  /** 256 bits in hex. */
  readonly value: string;
}

export interface ColorShare {
  /** An English colour word of the table in color-words.ts. */
  readonly name: string;
  /** Part of the item, 0 to 1. */
  readonly share: number;
  /** `#1b2a49` */
  readonly hex: string;
}

export interface VisualVector {
  /** Only vectors of one model compare. */
  readonly model: string;
  /** Of unit length. */
  readonly values: readonly number[];
}

/** All that was read from one photo. */
export interface PhotoReading {
  readonly pipelineVersion: string;
  /** The category that decided what is covered. */
  readonly readAs: string;
  /** Of the upright picture in the file. */
  readonly width: number;
  readonly height: number;
  readonly quality: PhotoQuality;
  readonly hints: readonly QualityHint[];
  readonly hashes: readonly PhotoHash[];
  readonly colors: readonly ColorShare[];
  readonly vectors: readonly VisualVector[];
  readonly codes: readonly ReadCode[];
  readonly texts: readonly ReadText[];
  readonly personal: readonly PersonalText[];
  readonly redaction: Redaction;
  readonly stages: readonly StageUse[];
}
