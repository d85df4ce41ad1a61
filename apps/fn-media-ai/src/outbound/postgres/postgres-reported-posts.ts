import type { Database, Tx } from '@foundnow/postgres';
import type { ReportedPost, ReportedPosts } from '../../use-cases/reported-posts.port.ts';

const KEEP = `insert into media_ai.reported_post as held (post_id, version, category) values ($1, $2, $3)
  on conflict (post_id) do update set version = excluded.version, category = excluded.category
  where held.version < excluded.version`;
const COUNT = 'select category, count(*)::int as count from media_ai.reported_post group by category order by category';

export class PostgresReportedPosts implements ReportedPosts {
  constructor(private readonly database: Database) {}

  async keep(tx: Tx, { postId, version, category }: ReportedPost): Promise<void> {
    await tx.query(KEEP, [postId, version, category]);
  }

  async countByCategory(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.read({ worker: 'stats' }, (tx) =>
      tx.query<{ category: string; count: number }>(COUNT),
    );
    return new Map(rows.map((row) => [row.category, row.count]));
  }
}
