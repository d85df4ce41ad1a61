import { createHmac, randomInt, timingSafeEqual } from 'node:crypto';
import { type RecipientKeys, sealFor } from '@foundnow/crypto';
import type { Claim } from '../../domain/claim/claim.ts';
import type { FreshCode } from '../../domain/claim/decide-claim.ts';
import { makeHandoverCode, readHandoverCode } from '../../domain/claim/handover.ts';
import type { HandoverCodes } from '../../use-cases/claims/handover-codes.port.ts';

const RECIPIENT = 'notifications';

/** Six characters can all be tried by whoever has their hash: so it is made with a key that is not in the database. */
export class SealedCodes implements HandoverCodes {
  constructor(
    private readonly key: Uint8Array,
    private readonly keys: RecipientKeys,
  ) {}

  async make({ id, matchId }: Claim): Promise<FreshCode> {
    const code = makeHandoverCode((limit) => randomInt(limit));
    const place = { topic: 'matcher.events', field: 'sealedHandoverCode', subject: matchId };
    const sealed = await sealFor(this.keys, RECIPIENT, place, code);
    return { hash: this.hash(id, code).toString('base64url'), sealed };
  }

  isCodeOf({ id, handover }: Claim, typed: string): boolean {
    const own = this.hash(id, readHandoverCode(typed) ?? '');
    const kept = Buffer.from(handover?.codeHash ?? '', 'base64url');
    return own.length === kept.length && timingSafeEqual(own, kept);
  }

  private hash(claimId: string, code: string): Buffer {
    return createHmac('sha256', this.key).update(`handover:${claimId}:${code}`).digest();
  }
}
