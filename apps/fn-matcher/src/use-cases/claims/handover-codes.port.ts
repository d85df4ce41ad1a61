import type { Claim } from '../../domain/claim/claim.ts';
import type { FreshCode } from '../../domain/claim/decide-claim.ts';

/** Codes that only the claimant is sent. */
export interface HandoverCodes {
  /** A new one: hashed for us, sealed for who tells the claimant. */
  make(claim: Claim): Promise<FreshCode>;
  /** Whatever was typed; compares without telling by its time how much was right. */
  isCodeOf(claim: Claim, typed: string): boolean;
}
