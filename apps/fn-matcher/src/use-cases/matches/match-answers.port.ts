import type { MatchChange } from '../../domain/match/match-events.ts';
import type { SideName } from '../../domain/match/match.ts';
import type { RejectionReason } from '../../domain/match/match-words.ts';
import type { HeldMatch } from '../matches.port.ts';
import type { FoundMatch } from './match-search.port.ts';

/** What somebody said of a match, as it is kept. */
export interface MatchAnswer {
  readonly side: SideName;
  readonly answer: 'confirmed' | 'rejected';
  readonly reason: RejectionReason | null;
  readonly note: string | null;
  readonly personId: string;
}

/** Synchronous, so that nothing remote can hide in the transaction. */
export type AnswerMatch = (held: HeldMatch) => MatchChange;

export interface MatchAnswers {
  /** Locks the match, lets it be answered, and keeps the answer with it when it changed something. Null: there is none. */
  update(
    id: string,
    answerOf: (held: HeldMatch) => MatchAnswer,
    decide: AnswerMatch,
    now: Date,
  ): Promise<FoundMatch | null>;
}
