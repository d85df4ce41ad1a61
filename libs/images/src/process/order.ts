import type { ErrorKind } from '@foundnow/kernel';
import type { EncodedImage, Encodings } from '../clean-image.ts';
import type { ImageLimits } from '../image-limits.ts';
import type { ImageType } from '../image-type.ts';

/** What the decoder is asked; the file follows. */
export interface Order {
  readonly id: number;
  readonly type: ImageType;
  readonly limits: ImageLimits;
  readonly encodings: Encodings;
}

export type SentImage = Omit<EncodedImage, 'bytes'> & { readonly name: string; readonly length: number };

/** What it answers. Of images the files follow: the original, the forms, the placeholder. */
export type Answer = { readonly id: number } & (
  | { readonly images: readonly SentImage[] }
  | { readonly refusal: { readonly code: string; readonly kind: ErrorKind; readonly detail: string } }
);
