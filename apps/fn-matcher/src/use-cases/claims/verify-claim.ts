import type { Actor } from '../../domain/actor.ts';
import { type GivenAnswer, judgeAnswers, languagesOf } from '../../domain/claim/answers/judge-answers.ts';
import { claimMissing, itemDiffers, noChecksLeft, nothingToCompare } from '../../domain/claim/claim-errors.ts';
import { deciderOf } from '../../domain/claim/claim-part.ts';
import { assertVerifiable, noteDifference, type Verifier, verifyClaim } from '../../domain/claim/decide-claim.ts';
import type { ExpectedVersion } from '../expected-version.ts';
import type { ClaimTools } from './claim-item.ts';
import type { ClaimStore, HeldClaim } from './claim-store.port.ts';
import type { HandoverCodes } from './handover-codes.port.ts';
import type { Proofs } from './proofs.port.ts';
import { type SeenClaim, seenClaim } from './seen-claim.ts';

/** Who decides, about which version. */
export interface Deciding {
  readonly by: Actor;
  readonly expected: ExpectedVersion;
}

/** Finder or desk says that the claimant is the owner: she is sent the code that gets her the item. */
export class VerifyClaim {
  constructor(
    private readonly claims: Pick<ClaimStore, 'find' | 'update'>,
    private readonly codes: HandoverCodes,
    private readonly proofs: Proofs,
    private readonly tools: Omit<ClaimTools, 'ids'>,
    private readonly claimDecided: () => void,
  ) {}

  /** `seen`: what the desk sees on the item, as answers to what the loser's own post asks. */
  async run(id: string, seen: readonly GivenAnswer[] | undefined, deciding: Deciding): Promise<SeenClaim> {
    const held = await this.claims.find(id);
    if (held === null) throw claimMissing();
    admit(held, deciding);
    if (seen !== undefined) await this.compare(held, seen, deciding);
    const code = await this.codes.make(held.claim);
    const now = this.tools.clock.now();
    const verified = await this.claims.update(id, (current) => {
      return verifyClaim(current.claim, current.match, admit(current, deciding), code, now);
    });
    if (verified === null) throw claimMissing();
    this.claimDecided();
    return seenClaim(verified, deciding.by);
  }

  private async compare(held: HeldClaim, seen: readonly GivenAnswer[], deciding: Deciding): Promise<void> {
    if (held.claim.checksLeft === 0) throw noChecksLeft();
    const proofs = await this.proofs.of(held.claim.lostPostId);
    if (proofs.length === 0) throw nothingToCompare();
    const languages = languagesOf(held.sides.lost, held.sides.found, this.tools.lexicon);
    if (judgeAnswers(proofs, seen, languages).isProven) return;
    const noted = await this.claims.update(held.claim.id, (current) => {
      admit(current, deciding);
      return noteDifference(current.claim, current.match);
    });
    throw itemDiffers(noted?.claim.checksLeft ?? 0);
  }
}

/** Permission before precondition before state, as everywhere. */
function admit({ claim, match, sides }: HeldClaim, { by, expected }: Deciding): Verifier {
  const as = deciderOf(claim, sides, by);
  expected.assertCurrent(claim.version);
  const verifier = { personId: by.userId, as } as const;
  assertVerifiable(claim, match, verifier);
  return verifier;
}
