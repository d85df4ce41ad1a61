export interface EncodedImage {
  readonly bytes: Buffer;
  readonly contentType: 'image/jpeg' | 'image/webp';
  readonly width: number;
  readonly height: number;
}

/** One size; its name is the longest edge that it may have. */
export interface ImageForm extends EncodedImage {
  readonly name: string;
}

/** What a picture shows, and nothing else that its file said. */
export interface CleanImage {
  readonly original: EncodedImage;
  readonly forms: readonly ImageForm[];
  /** So small that it says little more than the colours. */
  readonly placeholder: EncodedImage;
}

export interface Encodings {
  /** The larger sizes first: each smaller one is made from the one before. */
  readonly edges: readonly number[];
  readonly placeholderEdge: number;
}
