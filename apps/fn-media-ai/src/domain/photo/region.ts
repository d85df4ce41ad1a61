/** A rectangle in shares of the upright picture, 0 to 1, so that it fits every size of it. */
export interface Region {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What must not be seen by strangers. */
export type Redaction =
  | { readonly kind: 'none' | 'whole'; readonly regions: readonly [] }
  | { readonly kind: 'regions'; readonly regions: readonly Region[] };
