/** Where a match is in its life. `returned`: the item is home. */
export type MatchStatus = 'pending' | 'confirmed' | 'rejected' | 'expired' | 'returned';
export type MatchTier = 'review' | 'show' | 'notify';
export type SideName = 'lost' | 'found';
export type SideDecision = 'pending' | 'confirmed' | 'rejected';

/** What one signal said of the pair. */
export interface MatchReason {
  readonly signal: string;
  /** Which of the things that the signal can say: what the model has weights for. */
  readonly level: string;
  /** In words; private values of the other side never. */
  readonly words: string;
  /** log2(m/u): above 0 speaks for it. */
  readonly weight: number;
}

/** What the pair is worth under one model. */
export interface Assessment {
  readonly probability: number;
  readonly tier: MatchTier;
  /** The sum of what the reasons weigh, with where the model begins. */
  readonly weight: number;
  readonly modelVersion: string;
  /** Strongest first. */
  readonly reasons: readonly MatchReason[];
  /** Between what both show the public, rounded to 100 m. */
  readonly distanceMeters: number | null;
}

/** A lost and a found post that may be one item. There is one of each pair, for ever. */
export interface Match extends Assessment {
  readonly id: string;
  /** Rises with every event. */
  readonly version: number;
  readonly lostPostId: string;
  readonly foundPostId: string;
  readonly status: MatchStatus;
  readonly decisions: Readonly<Record<SideName, SideDecision>>;
  /** Who made it confirmed. */
  readonly confirmedBy: ConfirmedBy | null;
  /** Why it is rejected or expired. */
  readonly endReason: string | null;
  /** What it was worth when somebody rejected it or its time ran out. */
  readonly endedWith: EndEvidence | null;
  readonly foundAt: Date;
  readonly confirmedAt: Date | null;
  readonly endedAt: Date | null;
  /** When it lapses, as long as it is open. */
  readonly expiresAt: Date;
}

export type ConfirmedBy = 'parties' | 'staff';

export interface EndEvidence {
  readonly weight: number;
  /** Each signal with its level. */
  readonly levels: Readonly<Record<string, string>>;
}

export type OpenMatch = Match & { readonly status: 'pending' | 'confirmed' };

export function isOpen(match: Match): match is OpenMatch {
  return match.status === 'pending' || match.status === 'confirmed';
}
