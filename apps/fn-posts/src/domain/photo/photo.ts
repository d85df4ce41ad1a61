/** One stored size of a photo. */
export interface PhotoForm {
  /** The longest edge in pixels, as text. */
  readonly name: string;
  readonly objectKey: string;
  readonly width: number;
  readonly height: number;
}

/** A photo of an item, as it was made safe to keep: its file says nothing but what it shows. */
export interface Photo {
  readonly id: string;
  /** Of the private original. */
  readonly objectKey: string;
  readonly contentType: string;
  readonly byteLength: number;
  readonly width: number;
  readonly height: number;
  readonly sha256: string;
  readonly caption: string | null;
  /** Some thirty pixels, as an address that holds its own data: all that strangers see before the redacted forms exist. */
  readonly placeholder: string;
  readonly forms: readonly PhotoForm[];
  /** Redacted, so anybody who may see the post may see them. */
  readonly publicForms: readonly PhotoForm[];
  /** Of the analysis that made them; an older one says nothing new. */
  readonly analysisVersion?: number;
  /** The version of the post that asked for more to be covered: who read an earlier one covered less. */
  readonly coveredSince?: number;
}

export const MOST_PHOTOS = 10;
export const MOST_PHOTO_BYTES = 10 * 1024 * 1024;
export const MOST_CAPTION = 500;
