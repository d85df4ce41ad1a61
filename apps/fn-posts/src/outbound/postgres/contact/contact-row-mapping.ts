import type { ContactState } from '../../../domain/contact-exchange/contact-state.ts';
import type { ContactRow } from './contact.row.ts';

export function toContactRow(state: ContactState): ContactRow {
  const { approval, sealed } = state;
  return {
    id: state.id,
    version: state.version,
    status: state.status,
    post_id: state.post.id,
    post: state.post,
    owner_id: state.ownerId,
    requester_id: state.requesterId,
    opened_by: state.openedBy,
    match_id: state.matchId,
    claim_id: state.claimId,
    message: state.message,
    requested_fields: [...state.requestedFields],
    approved_fields: approval && [...approval.fields],
    single_use: approval && approval.singleUse,
    envelope: sealed && sealed.envelope,
    token_hash: sealed && sealed.tokenHash,
    reveal_count: state.revealCount,
    denial_reason: state.denialReason,
    created_at: state.createdAt,
    updated_at: state.updatedAt,
    expires_at: state.expiresAt,
  };
}

export function toContactState(row: ContactRow): ContactState {
  const { approved_fields: fields, single_use: singleUse, envelope, token_hash: tokenHash } = row;
  return {
    id: row.id,
    version: row.version,
    status: row.status,
    post: row.post,
    ownerId: row.owner_id,
    requesterId: row.requester_id,
    openedBy: row.opened_by,
    matchId: row.match_id,
    claimId: row.claim_id,
    message: row.message,
    requestedFields: row.requested_fields,
    approval: fields === null || singleUse === null ? null : { fields, singleUse },
    sealed: envelope === null ? null : { envelope, tokenHash },
    revealCount: row.reveal_count,
    denialReason: row.denial_reason,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    expiresAt: row.expires_at,
  };
}
