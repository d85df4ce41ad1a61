import type { Database, Tx } from '@foundnow/postgres';
import type { ReportedPost, ReportedPosts } from '../../use-cases/reported-posts.port.ts';

const KEEP = `insert into notifications.reported_post as held (post_id, version, language) values ($1, $2, $3)
  on conflict (post_id) do update set version = excluded.version, language = excluded.language
  where held.version < excluded.version`;
const COUNT =
  'select language, count(*)::int as count from notifications.reported_post group by language order by language';

export class PostgresReportedPosts implements ReportedPosts {
  constructor(private readonly database: Database) {}

  async keep(tx: Tx, { postId, version, language }: ReportedPost): Promise<void> {
    await tx.query(KEEP, [postId, version, language]);
  }

  async countByLanguage(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.read({ worker: 'stats' }, (tx) =>
      tx.query<{ language: string; count: number }>(COUNT),
    );
    return new Map(rows.map((row) => [row.language, row.count]));
  }
}
