import type {
  EndEvidence,
  Match,
  MatchReason,
  MatchStatus,
  MatchTier,
  SideDecision,
} from '../../../domain/match/match.ts';

/** A row of matcher.match, as `MATCH_COLUMNS` reads it. */
export interface MatchRow {
  match_id: string;
  version: number;
  lost_post_id: string;
  found_post_id: string;
  status: MatchStatus;
  lost_decision: SideDecision;
  found_decision: SideDecision;
  confirmed_by: Match['confirmedBy'];
  probability: number;
  tier: MatchTier;
  weight: number;
  model_version: string;
  reasons: MatchReason[];
  distance_meters: number | null;
  end_reason: string | null;
  ended_with: EndEvidence | null;
  found_at: Date;
  confirmed_at: Date | null;
  ended_at: Date | null;
  expires_at: Date;
}

const NAMES = `match_id lost_post_id found_post_id status lost_decision found_decision confirmed_by probability tier
  weight model_version reasons distance_meters end_reason ended_with found_at confirmed_at ended_at expires_at`;

/** Of the table under this name. */
export function matchColumns(table: string): string {
  const columns = NAMES.split(/\s+/).map((name) => `${table}.${name}`);
  return `${columns.join(', ')}, ${table}.version::float8 as version`;
}

export function toMatch(row: MatchRow): Match {
  return {
    id: row.match_id,
    version: row.version,
    lostPostId: row.lost_post_id,
    foundPostId: row.found_post_id,
    status: row.status,
    decisions: { lost: row.lost_decision, found: row.found_decision },
    confirmedBy: row.confirmed_by,
    probability: row.probability,
    tier: row.tier,
    weight: row.weight,
    modelVersion: row.model_version,
    reasons: row.reasons,
    distanceMeters: row.distance_meters,
    endReason: row.end_reason,
    endedWith: row.ended_with,
    foundAt: row.found_at,
    confirmedAt: row.confirmed_at,
    endedAt: row.ended_at,
    expiresAt: row.expires_at,
  };
}
