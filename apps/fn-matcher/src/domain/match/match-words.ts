export const REJECTION_REASONS = ['wrong_item', 'wrong_location', 'wrong_time', 'already_found', 'other'] as const;
export type RejectionReason = (typeof REJECTION_REASONS)[number];
export type RejectedBy = 'lost' | 'found' | 'staff';
export type UpdateCause = 'enhanced' | 'edited' | 'decision' | 'model';

/** `evidence_changed`: what is known now no longer speaks for the pair. */
export type ExpiryReason = PostEnd | 'time' | 'evidence_changed';
/** A post that is no longer looked for takes its open matches with it. */
export type PostEnd = 'post_resolved' | 'post_expired' | 'post_deleted' | 'person_erased';
