// Generated from schemas/ by `npm run generate`. Change the schemas, not this file.

/** A lost and a found post may be one item. */
export interface MatchFound {
  /** The match. */
  readonly matchId: string;
  /** Organization of the found post; null = none. */
  readonly orgId: string | null;
  /** Who may read it. */
  readonly visibility: Visibility;
  /** IANA zone of the found post. */
  readonly timeZone: string;
  /** BCP 47 tag: language of the found post. */
  readonly language: string;
  /** Version of the match after this event; a reader ignores what is not above the one it holds. */
  readonly aggregateVersion: number;
  /** When it happened. Milliseconds since 1970, UTC. */
  readonly occurredAt: number;
  /** Who did it; null = the system. */
  readonly actorId: string | null;
  /** The lost post. */
  readonly lost: MatchSide;
  /** The found post. */
  readonly found: MatchSide;
  /** Calibrated, 0 to 1. */
  readonly probability: number;
  /** What that calls for. */
  readonly tier: MatchTier;
  /** Version of the weights. */
  readonly modelVersion: string;
  /** Why, strongest first. */
  readonly reasons: readonly MatchReason[];
  /** Between the two, rounded to 100 m. */
  readonly approximateDistanceMeters: number | null;
  /** When it lapses if nobody answers. Milliseconds since 1970, UTC. */
  readonly expiresAt: number;
}

/** Who may read. What a reader does not know it treats as private. */
export type Visibility = 'unknown' | 'public' | 'organization' | 'private';

/** One of the two posts. */
export interface MatchSide {
  /** The post. */
  readonly postId: string;
  /** Its author; null once the author was erased. */
  readonly authorId: string | null;
  /** Its organization; null = none. */
  readonly orgId: string | null;
  /** How it came in: self, desk, bulk, import. */
  readonly intake: string;
  /** Who may read the post: the other side sees no more than this allows. */
  readonly visibility: Visibility;
  /** Its headline. */
  readonly title: string;
  /** Dotted category: electronics.phone. */
  readonly category: string;
  /** Short number with a check digit on the label of a found item. */
  readonly reference: string | null;
  /** Language of its author. */
  readonly language: string;
  /** IANA zone of its author. */
  readonly timeZone: string;
  /** Object key of a redacted photo. */
  readonly publicPhotoKey: string | null;
  /** What this side said. */
  readonly decision: SideDecision;
}

/** What this side said. */
export type SideDecision = 'unknown' | 'pending' | 'confirmed' | 'rejected';

/** What the calibrated probability calls for. */
export type MatchTier = 'unknown' | 'review' | 'show' | 'notify';

/** What one signal said. */
export interface MatchReason {
  /** place, time, category, text, brand, colour, marks, serial, visual, tags, ocr. */
  readonly signal: string;
  /** In words; private values of the other side never. */
  readonly evidence: string;
  /** log2(m/u): above 0 speaks for it. */
  readonly weight: number;
}

/** A match was scored again, or one side answered. */
export interface MatchUpdated {
  /** The match. */
  readonly matchId: string;
  /** Organization of the found post; null = none. */
  readonly orgId: string | null;
  /** Who may read it. */
  readonly visibility: Visibility;
  /** IANA zone of the found post. */
  readonly timeZone: string;
  /** BCP 47 tag: language of the found post. */
  readonly language: string;
  /** Version of the match after this event; a reader ignores what is not above the one it holds. */
  readonly aggregateVersion: number;
  /** When it happened. Milliseconds since 1970, UTC. */
  readonly occurredAt: number;
  /** Who did it; null = the system. */
  readonly actorId: string | null;
  /** The lost post. */
  readonly lost: MatchSide;
  /** The found post. */
  readonly found: MatchSide;
  /** Calibrated, 0 to 1. */
  readonly probability: number;
  /** What that calls for. */
  readonly tier: MatchTier;
  /** Version of the weights. */
  readonly modelVersion: string;
  /** Why, strongest first. */
  readonly reasons: readonly MatchReason[];
  /** Between the two, rounded to 100 m. */
  readonly approximateDistanceMeters: number | null;
  /** Before. */
  readonly previousProbability: number;
  /** Before. */
  readonly previousTier: MatchTier;
  /** Why: enhanced, edited, decision, model. */
  readonly cause: string;
  /** When it lapses. Milliseconds since 1970, UTC. */
  readonly expiresAt: number;
}

/** Both sides say it is the item. */
export interface MatchConfirmed {
  /** The match. */
  readonly matchId: string;
  /** Organization of the found post; null = none. */
  readonly orgId: string | null;
  /** Who may read it. */
  readonly visibility: Visibility;
  /** IANA zone of the found post. */
  readonly timeZone: string;
  /** BCP 47 tag: language of the found post. */
  readonly language: string;
  /** Version of the match after this event; a reader ignores what is not above the one it holds. */
  readonly aggregateVersion: number;
  /** When it happened. Milliseconds since 1970, UTC. */
  readonly occurredAt: number;
  /** Who did it; null = the system. */
  readonly actorId: string | null;
  /** The lost post. */
  readonly lost: MatchSide;
  /** The found post. */
  readonly found: MatchSide;
  /** Calibrated, 0 to 1. */
  readonly probability: number;
  /** What that calls for. */
  readonly tier: MatchTier;
  /** Who made it so: parties, staff. */
  readonly confirmedBy: string;
  /** Until when it can be claimed. Milliseconds since 1970, UTC. */
  readonly expiresAt: number;
}

/** One side says it is not the item. */
export interface MatchRejected {
  /** The match. */
  readonly matchId: string;
  /** Organization of the found post; null = none. */
  readonly orgId: string | null;
  /** Who may read it. */
  readonly visibility: Visibility;
  /** IANA zone of the found post. */
  readonly timeZone: string;
  /** BCP 47 tag: language of the found post. */
  readonly language: string;
  /** Version of the match after this event; a reader ignores what is not above the one it holds. */
  readonly aggregateVersion: number;
  /** When it happened. Milliseconds since 1970, UTC. */
  readonly occurredAt: number;
  /** Who did it; null = the system. */
  readonly actorId: string | null;
  /** The lost post. */
  readonly lost: MatchSide;
  /** The found post. */
  readonly found: MatchSide;
  /** Calibrated, 0 to 1. */
  readonly probability: number;
  /** What that calls for. */
  readonly tier: MatchTier;
  /** Who: lost, found, staff. */
  readonly rejectedBy: string;
  /** wrong_item, wrong_location, wrong_time, already_found, other. */
  readonly reason: string;
}

/** A match lapsed. */
export interface MatchExpired {
  /** The match. */
  readonly matchId: string;
  /** Organization of the found post; null = none. */
  readonly orgId: string | null;
  /** Who may read it. */
  readonly visibility: Visibility;
  /** IANA zone of the found post. */
  readonly timeZone: string;
  /** BCP 47 tag: language of the found post. */
  readonly language: string;
  /** Version of the match after this event; a reader ignores what is not above the one it holds. */
  readonly aggregateVersion: number;
  /** When it happened. Milliseconds since 1970, UTC. */
  readonly occurredAt: number;
  /** Who did it; null = the system. */
  readonly actorId: string | null;
  /** The lost post. */
  readonly lost: MatchSide;
  /** The found post. */
  readonly found: MatchSide;
  /** Calibrated, 0 to 1. */
  readonly probability: number;
  /** What that calls for. */
  readonly tier: MatchTier;
  /** What it was: pending, confirmed. */
  readonly previousStatus: string;
  /** Why: time, post_resolved, post_expired, post_deleted, person_erased. */
  readonly reason: string;
}

/** The loser claims the found item. */
export interface ClaimOpened {
  /** The claim. */
  readonly claimId: string;
  /** The match. */
  readonly matchId: string;
  /** Organization of the found post; null = none. */
  readonly orgId: string | null;
  /** Who may read it. */
  readonly visibility: Visibility;
  /** IANA zone of the found post. */
  readonly timeZone: string;
  /** BCP 47 tag: language of the found post. */
  readonly language: string;
  /** Version of the match after this event; a reader ignores what is not above the one it holds. */
  readonly aggregateVersion: number;
  /** When it happened. Milliseconds since 1970, UTC. */
  readonly occurredAt: number;
  /** Who did it; null = the system. */
  readonly actorId: string | null;
  /** The lost post. */
  readonly lost: MatchSide;
  /** The found post. */
  readonly found: MatchSide;
  /** Who says: mine. */
  readonly claimantId: string;
  /** Staff has to look at it. */
  readonly needsReview: boolean;
  /** Until when finder or staff can decide. Milliseconds since 1970, UTC. */
  readonly expiresAt: number;
}

/** The claimant is the owner. */
export interface ClaimVerified {
  /** The claim. */
  readonly claimId: string;
  /** The match. */
  readonly matchId: string;
  /** Organization of the found post; null = none. */
  readonly orgId: string | null;
  /** Who may read it. */
  readonly visibility: Visibility;
  /** IANA zone of the found post. */
  readonly timeZone: string;
  /** BCP 47 tag: language of the found post. */
  readonly language: string;
  /** Version of the match after this event; a reader ignores what is not above the one it holds. */
  readonly aggregateVersion: number;
  /** When it happened. Milliseconds since 1970, UTC. */
  readonly occurredAt: number;
  /** Who did it; null = the system. */
  readonly actorId: string | null;
  /** The lost post. */
  readonly lost: MatchSide;
  /** The found post. */
  readonly found: MatchSide;
  /** Who says: mine. */
  readonly claimantId: string;
  /** Who: finder, staff. */
  readonly verifiedBy: string;
  /** JWE: the code that the claimant shows to get the item. Only notifications opens it. */
  readonly sealedHandoverCode: string | null;
  /** Until when the code works; null = no limit. Milliseconds since 1970, UTC. */
  readonly handoverExpiresAt: number | null;
}

/** The claimant is not believed. */
export interface ClaimDenied {
  /** The claim. */
  readonly claimId: string;
  /** The match. */
  readonly matchId: string;
  /** Organization of the found post; null = none. */
  readonly orgId: string | null;
  /** Who may read it. */
  readonly visibility: Visibility;
  /** IANA zone of the found post. */
  readonly timeZone: string;
  /** BCP 47 tag: language of the found post. */
  readonly language: string;
  /** Version of the match after this event; a reader ignores what is not above the one it holds. */
  readonly aggregateVersion: number;
  /** When it happened. Milliseconds since 1970, UTC. */
  readonly occurredAt: number;
  /** Who did it; null = the system. */
  readonly actorId: string | null;
  /** The lost post. */
  readonly lost: MatchSide;
  /** The found post. */
  readonly found: MatchSide;
  /** Who says: mine; null once that person was erased. */
  readonly claimantId: string | null;
  /** Who: finder, staff. */
  readonly deniedBy: string;
  /** proof_failed, suspicious, other_claim_verified, other; never which answer was wrong. */
  readonly reason: string;
}

/** Nobody decided, or nobody came, in time. */
export interface ClaimExpired {
  /** The claim. */
  readonly claimId: string;
  /** The match. */
  readonly matchId: string;
  /** Organization of the found post; null = none. */
  readonly orgId: string | null;
  /** Who may read it. */
  readonly visibility: Visibility;
  /** IANA zone of the found post. */
  readonly timeZone: string;
  /** BCP 47 tag: language of the found post. */
  readonly language: string;
  /** Version of the match after this event; a reader ignores what is not above the one it holds. */
  readonly aggregateVersion: number;
  /** When it happened. Milliseconds since 1970, UTC. */
  readonly occurredAt: number;
  /** Who did it; null = the system. */
  readonly actorId: string | null;
  /** The lost post. */
  readonly lost: MatchSide;
  /** The found post. */
  readonly found: MatchSide;
  /** Who says: mine; null once that person was erased. */
  readonly claimantId: string | null;
  /** What it was: opened, verified. */
  readonly previousStatus: string;
}

/** The item is with its owner; both posts are done. */
export interface ItemReturned {
  /** The claim. */
  readonly claimId: string;
  /** The match. */
  readonly matchId: string;
  /** Organization of the found post; null = none. */
  readonly orgId: string | null;
  /** Who may read it. */
  readonly visibility: Visibility;
  /** IANA zone of the found post. */
  readonly timeZone: string;
  /** BCP 47 tag: language of the found post. */
  readonly language: string;
  /** Version of the match after this event; a reader ignores what is not above the one it holds. */
  readonly aggregateVersion: number;
  /** When it happened. Milliseconds since 1970, UTC. */
  readonly occurredAt: number;
  /** Who did it; null = the system. */
  readonly actorId: string | null;
  /** The lost post. */
  readonly lost: MatchSide;
  /** The found post. */
  readonly found: MatchSide;
  /** Who says: mine; null once that person was erased. */
  readonly claimantId: string | null;
  /** How: handover_code, staff, posted. */
  readonly method: string;
  /** When the match was found. Milliseconds since 1970, UTC. */
  readonly matchedAt: number;
}
