/** What an envelope is for. Opening needs the same words: a row that was altered or moved does not open. */
export interface EnvelopeBinding {
  /** `notifications.address`, `posts.contact-exchange`. */
  readonly purpose: string;
  /** Whom or what it concerns, in a fixed order: the request, its two people. */
  readonly parties: readonly string[];
  /** From then on it does not open. Null: as long as the person's key lives. */
  readonly expiresAt: Date | null;
}

export function associatedData(person: string, { purpose, parties, expiresAt }: EnvelopeBinding): Buffer {
  return Buffer.from(JSON.stringify(['fn-envelope-1', person, purpose, parties, expiresAt?.toISOString() ?? null]));
}
