import type { Redaction, Region } from './region.ts';
import type { StageUse } from './stage.ts';

/** A bar code or a QR code. */
export interface ReadCode {
  /** As zxing names it: `EAN-13`, `QRCode`. */
  readonly format: string;
  readonly value: string;
  readonly region: Region;
}

/** Text that names nobody. */
export interface ReadText {
  readonly value: string;
  readonly kind: 'word' | 'brand' | 'product-code' | 'flight-tag';
  readonly confidence: number;
  readonly region: Region;
}

/** Text that leads to a person: sealed for fn-matcher, blurred in what strangers see, never logged. */
export interface PersonalText {
  /** `name`, `email`, `phone`, `document-number`, `mrz`, `imei`, `serial`, …: told to fn-matcher beside the value. */
  readonly kind: string;
  readonly value: string;
  readonly confidence: number;
  readonly region: Region;
}

/** What the stages that look for writing found together, and what of the photo must be hidden for it. */
export interface WrittenOnItem {
  readonly codes: readonly ReadCode[];
  readonly texts: readonly ReadText[];
  readonly personal: readonly PersonalText[];
  readonly redaction: Redaction;
  readonly stages: readonly StageUse[];
}
