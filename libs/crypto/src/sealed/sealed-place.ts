/**
 * Where a sealed value belongs. It is written into the JWE's protected header, so a value that was moved to another
 * event, field or subject does not open there.
 */
export interface SealedPlace {
  /** Catalog name: `post.created`. */
  readonly event: string;
  /** Dotted path of the field: `proof.answers`. */
  readonly field: string;
  /** The aggregate the event is about (its key). */
  readonly subject: string;
}

export function placeClaim({ event, field, subject }: SealedPlace): string {
  return JSON.stringify([event, field, subject]);
}
