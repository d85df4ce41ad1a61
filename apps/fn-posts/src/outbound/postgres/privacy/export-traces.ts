import type { AuditedAct, KeptAnswer } from '../../../use-cases/privacy/export-source.port.ts';
import { type Listing, NOT_ERASED } from './export-pages.ts';

interface AnswerRow {
  readonly id: Buffer;
  readonly expires_at: Date;
}

export const ANSWERS: Listing<AnswerRow, KeptAnswer> = {
  text: `select id, expires_at from posts.idempotency
    where person = $1::uuid::text and id > $3::bytea and ${NOT_ERASED} order by id limit $2`,
  start: [Buffer.alloc(0)],
  positionOf: ({ id }) => [id],
  toItem: ({ expires_at: expiresAt }) => ({ expiresAt }),
};

interface ActRow extends AuditedAct {
  readonly id: string;
}

/** The audit is never changed, so these outlive an erasure, and are shown after it. */
export const ACTS: Listing<ActRow, AuditedAct> = {
  text: `select id, at, action, subject, details from posts.audit_entries
    where (actor = $1::uuid::text or subject = 'person/' || $1::uuid::text) and id > $3::bigint
    order by id limit $2`,
  start: [0],
  positionOf: ({ id }) => [id],
  toItem: ({ at, action, subject, details }) => ({ at, action, subject, details }),
};
