import type { Consent } from '../../../use-cases/privacy/consent-ledger.port.ts';

/** What is read of a row of posts.consent. */
export interface ConsentRow {
  readonly id: string;
  readonly purpose: string;
  readonly granted: boolean;
  readonly policy_version: string | null;
  readonly decided_at: Date;
  readonly source: Consent['source'];
  readonly evidence_id: string;
  readonly fields: string[] | null;
  readonly valid_until: Date | null;
  readonly stands: boolean;
}

export function toConsent(row: ConsentRow): Consent {
  return {
    id: row.id,
    purpose: row.purpose,
    granted: row.granted,
    policyVersion: row.policy_version,
    decidedAt: row.decided_at,
    source: row.source,
    evidenceId: row.evidence_id,
    fields: row.fields,
    validUntil: row.valid_until,
    stands: row.stands,
  };
}
