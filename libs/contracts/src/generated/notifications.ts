// Generated from schemas/ by `npm run generate`. Change the schemas, not this file.

/** A provider took a notification. */
export interface NotificationSent {
  /** The notification. */
  readonly notificationId: string;
  /** Organization of the recipient; null = none. */
  readonly orgId: string | null;
  /** Who may read it. */
  readonly visibility: Visibility;
  /** IANA zone of the recipient. */
  readonly timeZone: string;
  /** BCP 47 tag: language of the recipient. */
  readonly language: string;
  /** Version of the notification after this event; a reader ignores what is not above the one it holds. */
  readonly aggregateVersion: number;
  /** When it happened. Milliseconds since 1970, UTC. */
  readonly occurredAt: number;
  /** To whom: a person; for a webhook the organization; null once the person was erased. */
  readonly recipientId: string | null;
  /** match_found, claim_verified … */
  readonly kind: string;
  /** email, inbox, webhook, sms. */
  readonly channel: string;
  /** Who carried it: sendgrid, smtp, mailbox, twilio. */
  readonly provider: string;
  /** Tries. */
  readonly attempts: number;
  /** The event behind it; null = a schedule. */
  readonly causeEventId: string | null;
  /** Its name: match.found. */
  readonly causeEventType: string | null;
  /** What it is about. */
  readonly postId: string | null;
  /** What it is about. */
  readonly matchId: string | null;
  /** What it is about. */
  readonly claimId: string | null;
  /** What it is about. */
  readonly exchangeId: string | null;
  /** The provider's own id. */
  readonly providerMessageId: string | null;
  /** Facts told in it: above 1 in a digest. */
  readonly itemCount: number;
  /** From the event to the provider, time held on purpose left out. */
  readonly latencyMillis: number;
}

/** Who may read. What a reader does not know it treats as private. */
export type Visibility = 'unknown' | 'public' | 'organization' | 'private';

/** A notification will not be sent. */
export interface NotificationFailed {
  /** The notification. */
  readonly notificationId: string;
  /** Organization of the recipient; null = none. */
  readonly orgId: string | null;
  /** Who may read it. */
  readonly visibility: Visibility;
  /** IANA zone of the recipient. */
  readonly timeZone: string;
  /** BCP 47 tag: language of the recipient. */
  readonly language: string;
  /** Version of the notification after this event; a reader ignores what is not above the one it holds. */
  readonly aggregateVersion: number;
  /** When it happened. Milliseconds since 1970, UTC. */
  readonly occurredAt: number;
  /** To whom: a person; for a webhook the organization; null once the person was erased. */
  readonly recipientId: string | null;
  /** match_found, claim_verified … */
  readonly kind: string;
  /** email, inbox, webhook, sms. */
  readonly channel: string;
  /** Who carried it: sendgrid, smtp, mailbox, twilio. */
  readonly provider: string;
  /** Tries. */
  readonly attempts: number;
  /** The event behind it; null = a schedule. */
  readonly causeEventId: string | null;
  /** Its name: match.found. */
  readonly causeEventType: string | null;
  /** What it is about. */
  readonly postId: string | null;
  /** What it is about. */
  readonly matchId: string | null;
  /** What it is about. */
  readonly claimId: string | null;
  /** What it is about. */
  readonly exchangeId: string | null;
  /** Why: provider_rejected, address_suppressed, attempts_exhausted. */
  readonly errorCode: string;
  /** Failed at the first answer. */
  readonly permanent: boolean;
}
