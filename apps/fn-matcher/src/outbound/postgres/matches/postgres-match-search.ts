import type { Database } from '@foundnow/postgres';
import type { Actor } from '../../../domain/actor.ts';
import type { FoundMatch, MatchQuery, MatchSearch } from '../../../use-cases/matches/match-search.port.ts';
import { scopeOf } from '../actor-scope.ts';
import { IS_VERIFIED, matchPage, oneMatch } from './match-list.ts';
import { type MatchRow, toMatch } from './match.row.ts';
import { sidesOf } from './match-writer.ts';
import { SIDE_COLUMNS, type SideRow } from './side.row.ts';

const SIDES = `select ${SIDE_COLUMNS} from matcher.post where post_id = any($1::uuid[])`;
const VERIFIED = `select m.match_id from matcher.match m where m.match_id = any($1::uuid[]) and ${IS_VERIFIED('m')}`;

export class PostgresMatchSearch implements MatchSearch {
  constructor(private readonly database: Database) {}

  async find(id: string, viewer: Actor): Promise<FoundMatch | null> {
    const [found] = await this.matchesOf(oneMatch(id, viewer), viewer);
    return found ?? null;
  }

  async list(query: MatchQuery, viewer: Actor): Promise<readonly FoundMatch[]> {
    return this.matchesOf(matchPage(query, viewer), viewer);
  }

  /** Which there are is asked in the scope of the viewer, so that row-level security has its say. */
  private async matchesOf(statement: { text: string; values: readonly unknown[] }, viewer: Actor) {
    const rows = await this.database.read(scopeOf(viewer), (tx) =>
      tx.query<MatchRow>(statement.text, statement.values),
    );
    if (rows.length === 0) return [];
    return this.database.read({ worker: 'decider' }, async (tx): Promise<FoundMatch[]> => {
      const posts = await tx.query<SideRow>(SIDES, [rows.flatMap((row) => [row.lost_post_id, row.found_post_id])]);
      const verified = await tx.query<{ match_id: string }>(VERIFIED, [rows.map((row) => row.match_id)]);
      const isVerified = new Set(verified.map((row) => row.match_id));
      return rows.map((row) => ({
        match: toMatch(row),
        sides: sidesOf(posts, row),
        isVerified: isVerified.has(row.match_id),
      }));
    });
  }
}
