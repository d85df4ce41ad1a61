import type { Clock } from '@foundnow/kernel';
import type { Actor } from '../../domain/actor.ts';
import { type Answerer, confirm, reject } from '../../domain/match/decide.ts';
import type { SideName } from '../../domain/match/match.ts';
import { matchMissing } from '../../domain/match/match-errors.ts';
import type { MatchChange } from '../../domain/match/match-events.ts';
import type { RejectionReason } from '../../domain/match/match-words.ts';
import { speakerIn } from '../../domain/match/part-in-match.ts';
import { type SeenMatch, seenMatch } from '../../domain/match/seen-match.ts';
import type { ExpectedVersion } from '../expected-version.ts';
import type { HeldMatch } from '../matches.port.ts';
import type { TextScreen } from '../text-screen.port.ts';
import type { MatchAnswer, MatchAnswers } from './match-answers.port.ts';

export interface Rejection {
  readonly reason: RejectionReason;
  readonly note: string | null;
}

/** Who answers, for which side where it can be two, and about which version. */
export interface Speaking {
  readonly by: Actor;
  readonly side: SideName | undefined;
  readonly expected: ExpectedVersion;
}

type Said = Pick<MatchAnswer, 'answer' | 'reason' | 'note'>;

/** One side says whether the two are one item. */
export class AnswerMatch {
  constructor(
    private readonly answers: MatchAnswers,
    private readonly screen: TextScreen,
    private readonly matchEnded: () => void,
    private readonly clock: Clock,
  ) {}

  async confirm(id: string, speaking: Speaking): Promise<SeenMatch> {
    const now = this.clock.now();
    const said = { answer: 'confirmed', reason: null, note: null } as const;
    return this.answer(id, speaking, said, ({ match }, who) => confirm(match, who, now));
  }

  async reject(id: string, { reason, note }: Rejection, speaking: Speaking): Promise<SeenMatch> {
    const now = this.clock.now();
    // Contact data has no place in it: whoever may reach the other is asked by the other.
    const said = { answer: 'rejected', reason, note: note && this.screen.screen(note) } as const;
    const seen = await this.answer(id, speaking, said, ({ match }, who) => reject(match, who, reason, now));
    this.matchEnded();
    return seen;
  }

  private async answer(
    id: string,
    { by, side, expected }: Speaking,
    said: Said,
    decide: (held: HeldMatch, who: Answerer) => MatchChange,
  ): Promise<SeenMatch> {
    const partIn = ({ sides }: HeldMatch) => speakerIn(sides, by, side);
    const answerOf = (held: HeldMatch) => ({ ...said, side: partIn(held).side, personId: by.userId });
    const admitted = (held: HeldMatch) => {
      if (seenMatch(held.match, held.sides, by, false) === null) throw matchMissing();
      const part = partIn(held);
      expected.assertCurrent(held.match.version);
      const isStaff = part.isStaff && !part.isAuthor;
      return decide(held, { personId: by.userId, side: part.side, isStaff });
    };
    const held = await this.answers.update(id, answerOf, admitted, this.clock.now());
    const seen = held && seenMatch(held.match, held.sides, by, held.isVerified);
    if (!seen) throw matchMissing();
    return seen;
  }
}
