import type { Database, Tx } from '@foundnow/postgres';
import type { ReportedPost, ReportedPosts } from '../../use-cases/reported-posts.port.ts';

const KEEP = `insert into matcher.reported_post as held (post_id, version, kind) values ($1, $2, $3)
  on conflict (post_id) do update set version = excluded.version, kind = excluded.kind
  where held.version < excluded.version`;
const COUNT = 'select kind, count(*)::int as count from matcher.reported_post group by kind order by kind';

export class PostgresReportedPosts implements ReportedPosts {
  constructor(private readonly database: Database) {}

  async keep(tx: Tx, { postId, version, kind }: ReportedPost): Promise<void> {
    await tx.query(KEEP, [postId, version, kind]);
  }

  async countByKind(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.read({ worker: 'stats' }, (tx) =>
      tx.query<{ kind: string; count: number }>(COUNT),
    );
    return new Map(rows.map((row) => [row.kind, row.count]));
  }
}
