import type { Claim } from '../../../domain/claim/claim.ts';

/** A row of matcher.claim, as `claimColumns` reads it. */
export interface ClaimRow {
  claim_id: string;
  version: number;
  match_id: string;
  lost_post_id: string;
  found_post_id: string;
  claimant_id: string | null;
  status: Claim['status'];
  proof: Claim['proof'];
  share: Claim['share'];
  decided_by: Claim['decidedBy'];
  denial_reason: Claim['denialReason'];
  checks_left: number;
  code_hash: string | null;
  tries_left: number | null;
  new_codes_left: number | null;
  opened_at: Date;
  decided_at: Date | null;
  ended_at: Date | null;
  expires_at: Date;
}

const NAMES = `claim_id version match_id lost_post_id found_post_id claimant_id status proof share decided_by
  denial_reason checks_left code_hash tries_left new_codes_left opened_at decided_at ended_at expires_at`.split(/\s+/);

/** Of the table under this name. */
export function claimColumns(table: string): string {
  return NAMES.map((name) => `${table}.${name}`).join(', ');
}

/** In the order of `CLAIM_NAMES`. */
export const CLAIM_NAMES = NAMES.join(', ');
export const CLAIM_PLACES = NAMES.map((_, index) => `$${index + 1}`).join(', ');
export const CLAIM_COUNT = NAMES.length;

export function toClaim(row: ClaimRow): Claim {
  const { code_hash: codeHash, tries_left: triesLeft, new_codes_left: newCodesLeft } = row;
  const hasCode = codeHash !== null && triesLeft !== null && newCodesLeft !== null;
  return {
    id: row.claim_id,
    version: row.version,
    matchId: row.match_id,
    lostPostId: row.lost_post_id,
    foundPostId: row.found_post_id,
    claimantId: row.claimant_id,
    status: row.status,
    proof: row.proof,
    share: row.share,
    decidedBy: row.decided_by,
    denialReason: row.denial_reason,
    checksLeft: row.checks_left,
    handover: hasCode ? { codeHash, triesLeft, newCodesLeft } : null,
    openedAt: row.opened_at,
    decidedAt: row.decided_at,
    endedAt: row.ended_at,
    expiresAt: row.expires_at,
  };
}

export function claimValues(claim: Claim): unknown[] {
  const { handover } = claim;
  return [
    claim.id,
    claim.version,
    claim.matchId,
    claim.lostPostId,
    claim.foundPostId,
    claim.claimantId,
    claim.status,
    claim.proof,
    claim.share,
    claim.decidedBy,
    claim.denialReason,
    claim.checksLeft,
    handover && handover.codeHash,
    handover && handover.triesLeft,
    handover && handover.newCodesLeft,
    claim.openedAt,
    claim.decidedAt,
    claim.endedAt,
    claim.expiresAt,
  ];
}
