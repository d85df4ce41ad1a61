import type { Delivery } from '../posts/post-upkeep.port.ts';

/** One decision of an account on one purpose. */
export interface Decision {
  readonly purpose: string;
  readonly granted: boolean;
  /** The text that was shown. */
  readonly policyVersion: string;
  readonly decidedAt: Date;
}

/** What somebody said yes or no to, and what says so. */
export interface Consent extends Omit<Decision, 'policyVersion'> {
  readonly id: string;
  /** Null: the act itself says it. */
  readonly policyVersion: string | null;
  /** `account`: the event that told of it is the evidence. `contact`: the exchange in which it was done. */
  readonly source: 'account' | 'contact';
  readonly evidenceId: string;
  /** What a contact exchange may show. */
  readonly fields: readonly string[] | null;
  readonly validUntil: Date | null;
  /** Nothing later has taken its place, and its time is not up. */
  readonly stands: boolean;
}

export type ConsentPosition = Pick<Consent, 'decidedAt' | 'id'>;

export interface ConsentLedger {
  /** The decisions that stood when an account was at this version. Each is noted once, in whichever order they come. */
  note(person: string, version: number, decisions: readonly Decision[], delivery: Delivery): Promise<void>;
  /** The newest first; none of somebody who was erased. */
  list(person: string, now: Date, most: number, after?: ConsentPosition): Promise<readonly Consent[]>;
}
