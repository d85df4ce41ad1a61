import type { AuditTrail, Database } from '@foundnow/postgres';
import type { FoundMatch } from '../../../use-cases/matches/match-search.port.ts';
import type { AnswerMatch, MatchAnswer, MatchAnswers } from '../../../use-cases/matches/match-answers.port.ts';
import type { HeldMatch } from '../../../use-cases/matches.port.ts';
import { assertNotErased } from '../privacy/assert-not-erased.ts';
import { IS_VERIFIED } from './match-list.ts';
import type { MatchWriter } from './match-writer.ts';

const KEEP = `insert into matcher.match_answer (match_id, match_version, side, answer, reason, note, person_id, tier,
  probability, answered_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`;
const VERIFIED = `select ${IS_VERIFIED('m')} as is_verified from matcher.match m where m.match_id = $1`;

export class PostgresMatchAnswers implements MatchAnswers {
  constructor(
    private readonly database: Database,
    private readonly writer: MatchWriter,
    private readonly audit: AuditTrail,
  ) {}

  async update(
    id: string,
    answerOf: (held: HeldMatch) => MatchAnswer,
    decide: AnswerMatch,
    now: Date,
  ): Promise<FoundMatch | null> {
    return this.database.transaction({ worker: 'decider' }, async (tx) => {
      const held = await this.writer.lock(tx, id);
      if (held === null) return null;
      const change = decide(held);
      const [row] = await tx.query<{ is_verified: boolean }>(VERIFIED, [id]);
      const { match } = change;
      if (match !== held.match) {
        const { side, answer, reason, note, personId } = answerOf(held);
        await assertNotErased(tx, personId);
        tx.send(KEEP, [id, match.version, side, answer, reason, note, personId, match.tier, match.probability, now]);
        await this.audit.record(tx, {
          actor: personId,
          action: `match.${answer}`,
          subject: `match/${id}`,
          details: { side, version: match.version },
        });
        await this.writer.save(tx, change, held.sides);
      }
      return { match, sides: held.sides, isVerified: row?.is_verified === true };
    });
  }
}
