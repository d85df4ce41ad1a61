import type { Actor } from '../../domain/actor.ts';
import { type AskedQuestion, askedOf } from '../../domain/claim/answers/proof.ts';
import { confirmFirst, nobodyClaims } from '../../domain/claim/claim-errors.ts';
import { isOpen, type SideName } from '../../domain/match/match.ts';
import { matchNotOpen } from '../../domain/match/match-errors.ts';
import { speakerIn } from '../../domain/match/part-in-match.ts';
import type { ReadMatches } from '../matches/read-matches.ts';
import type { ClaimStore } from './claim-store.port.ts';
import type { Proofs } from './proofs.port.ts';

export interface Questions {
  /** Who is asked. */
  readonly side: SideName;
  readonly questions: readonly AskedQuestion[];
}

/** What the other side's post asks: questions cross over, answers never. */
export class AskQuestions {
  constructor(
    private readonly readMatches: Pick<ReadMatches, 'one'>,
    private readonly proofs: Proofs,
    private readonly claims: Pick<ClaimStore, 'list'>,
  ) {}

  async run(matchId: string, side: SideName | undefined, by: Actor): Promise<Questions> {
    const { match, lost, found } = await this.readMatches.one(matchId, by);
    const asked = speakerIn({ lost: lost.post, found: found.post }, by, side).side;
    if (!isOpen(match)) throw matchNotOpen(match.status);
    if (match.decisions.lost !== 'confirmed') throw confirmFirst();
    // What the loser asks is for whoever decides about her claim, and for nobody who merely says to have found it.
    if (asked === 'found') await this.assertClaimed(matchId, by);
    const proofs = await this.proofs.of(asked === 'lost' ? match.foundPostId : match.lostPostId);
    return { side: asked, questions: proofs.map(askedOf) };
  }

  private async assertClaimed(matchId: string, by: Actor): Promise<void> {
    const open = await this.claims.list({ matchId, status: 'opened', limit: 1 }, by);
    if (open.length === 0) throw nobodyClaims();
  }
}
