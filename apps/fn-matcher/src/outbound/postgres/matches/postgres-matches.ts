import type { Database } from '@foundnow/postgres';
import type { ChangeMatch, HeldMatch, MatchStore } from '../../../use-cases/matches.port.ts';
import type { MatchWriter } from './match-writer.ts';

/** Not locked: what is to change may be another by the time that it is. */
const DUE = `select match_id from matcher.match where status in ('pending', 'confirmed') and expires_at <= $1
  order by expires_at limit $2`;

const DECIDER = { worker: 'decider' } as const;
const KEEPER = { worker: 'keeper' } as const;

export class PostgresMatches implements MatchStore {
  constructor(
    private readonly database: Database,
    private readonly writer: MatchWriter,
  ) {}

  async update(id: string, change: ChangeMatch): Promise<HeldMatch | null> {
    return this.inTransaction(DECIDER, id, change);
  }

  async updateDue(now: Date, most: number, change: ChangeMatch): Promise<number> {
    const due = await this.database.read(KEEPER, (tx) => tx.query<{ match_id: string }>(DUE, [now, most]));
    for (const { match_id: id } of due) await this.inTransaction(KEEPER, id, change);
    return due.length;
  }

  private async inTransaction(scope: typeof DECIDER | typeof KEEPER, id: string, change: ChangeMatch) {
    return this.database.transaction(scope, async (tx) => {
      const held = await this.writer.lock(tx, id);
      if (held === null) return null;
      const changed = change(held);
      if (changed.match !== held.match) await this.writer.save(tx, changed, held.sides);
      return { match: changed.match, sides: held.sides };
    });
  }
}
