import type { IdempotentRequest } from '@foundnow/http';
import type { Clock, IdGenerator } from '@foundnow/kernel';
import type { Actor } from '../../domain/actor.ts';
import { type GivenAnswer, judgeAnswers, languagesOf } from '../../domain/claim/answers/judge-answers.ts';
import type { Claim, ProofResult } from '../../domain/claim/claim.ts';
import { alreadyClaimed, claimMissing, deniedTooOften } from '../../domain/claim/claim-errors.ts';
import { LIMITS, shareFor } from '../../domain/claim/claim-limits.ts';
import { assertClaimable, openClaim } from '../../domain/claim/open-claim.ts';
import { matchMissing } from '../../domain/match/match-errors.ts';
import { speakerFor } from '../../domain/match/part-in-match.ts';
import { type SeenMatch, seenMatch } from '../../domain/match/seen-match.ts';
import type { Lexicon } from '../../domain/text/lexicon.ts';
import type { AnsweredRequests } from '../answered-requests.port.ts';
import type { HeldMatch } from '../matches.port.ts';
import type { ReadMatches } from '../matches/read-matches.ts';
import type { ClaimStore, HeldItem } from './claim-store.port.ts';
import type { Proofs } from './proofs.port.ts';

export interface Claimed {
  readonly claim: Claim;
  readonly replayed: boolean;
}

export interface ClaimTools {
  readonly clock: Clock;
  readonly ids: IdGenerator;
  readonly lexicon: Lexicon;
}

/** Who lost an item says: that one is mine, and answers what only its owner knows. */
export class ClaimItem {
  constructor(
    private readonly claims: ClaimStore,
    private readonly readMatches: Pick<ReadMatches, 'one'>,
    private readonly proofs: Proofs,
    private readonly answered: AnsweredRequests,
    private readonly tools: ClaimTools,
  ) {}

  async run(matchId: string, answers: readonly GivenAnswer[], by: Actor, once?: IdempotentRequest): Promise<Claimed> {
    try {
      return await this.claim(matchId, answers, by, once);
    } catch (error) {
      const earlier = await this.answered.earlier(once);
      if (earlier === undefined) throw error;
      return { claim: await this.asItStands(earlier), replayed: true };
    }
  }

  private async claim(
    matchId: string,
    answers: readonly GivenAnswer[],
    by: Actor,
    once: IdempotentRequest | undefined,
  ): Promise<Claimed> {
    const seen = await this.readMatches.one(matchId, by);
    assertMayClaim(seen, by);
    // It is asked again where it counts; here it spares us the work.
    if (await this.claims.isOpenFor(seen.match.foundPostId, by.userId)) throw alreadyClaimed();
    const proofs = await this.proofs.of(seen.match.foundPostId);
    // Also what will not count is judged: it takes the same time, and nothing of it is kept.
    const languages = languagesOf(seen.found.post, seen.lost.post, this.tools.lexicon);
    const { isProven } = judgeAnswers(proofs, answers, languages);
    const now = this.tools.clock.now();
    const decide = (item: HeldItem) => {
      assertMayClaim(asSeen(item, by), by);
      assertBelow(item, now);
      const share = proofs.length === 0 ? null : shareFor(item.soFar, item.early);
      const judged: ProofResult = isProven ? 'proven' : 'not_proven';
      const proof = share === null ? 'under_review' : judged;
      return openClaim(item.match, { id: this.tools.ids.next(), claimantId: by.userId, proof, share }, now);
    };
    const { id, replayed } = await this.claims.open(matchId, by, now, decide, once);
    return { claim: await this.asItStands(id), replayed };
  }

  private async asItStands(id: string): Promise<Claim> {
    const held = await this.claims.find(id);
    if (held === null) throw claimMissing();
    return held.claim;
  }
}

function asSeen({ match, sides }: HeldMatch, by: Actor): SeenMatch {
  const seen = seenMatch(match, sides, by, false);
  if (seen === null) throw matchMissing();
  return seen;
}

function assertMayClaim({ match, lost, found }: SeenMatch, by: Actor): void {
  speakerFor('lost', { lost: lost.post, found: found.post }, by);
  assertClaimable(match);
}

function assertBelow({ soFar }: HeldItem, now: Date): void {
  if (soFar.isOpen) throw alreadyClaimed();
  if (soFar.deniedMine < LIMITS.denials) return;
  const since = soFar.firstDenial?.getTime() ?? now.getTime();
  throw deniedTooOften(Math.max(1, Math.ceil((since + LIMITS.windowMillis - now.getTime()) / 1000)));
}
