/**
 * Where a sealed value belongs. It is written into the JWE's protected header, so a value that was moved to another
 * topic, field or subject does not open there. Not the event: what did not change travels on as it is, from the event
 * that made an aggregate into its updates and snapshots.
 */
export interface SealedPlace {
  /** `posts.events` */
  readonly topic: string;
  /** Dotted path of the field, the same in every event of the topic: `settings.webhooks.sealedSecret`. */
  readonly field: string;
  /** The aggregate the event is about (its key). */
  readonly subject: string;
}

export function placeClaim({ topic, field, subject }: SealedPlace): string {
  return JSON.stringify([topic, field, subject]);
}
