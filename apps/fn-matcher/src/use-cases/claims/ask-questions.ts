import type { Actor } from '../../domain/actor.ts';
import { type AskedQuestion, askedOf } from '../../domain/claim/answers/proof.ts';
import { confirmFirst } from '../../domain/claim/claim-errors.ts';
import { isOpen } from '../../domain/match/match.ts';
import { matchNotOpen } from '../../domain/match/match-errors.ts';
import { speakerIn } from '../../domain/match/part-in-match.ts';
import type { SideName } from '../../domain/match/match.ts';
import type { ReadMatches } from '../matches/read-matches.ts';
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
  ) {}

  async run(matchId: string, side: SideName | undefined, by: Actor): Promise<Questions> {
    const { match, lost, found } = await this.readMatches.one(matchId, by);
    const asked = speakerIn({ lost: lost.post, found: found.post }, by, side).side;
    if (!isOpen(match)) throw matchNotOpen(match.status);
    if (match.decisions.lost !== 'confirmed') throw confirmFirst();
    const proofs = await this.proofs.of(asked === 'lost' ? match.foundPostId : match.lostPostId);
    return { side: asked, questions: proofs.map(askedOf) };
  }
}
