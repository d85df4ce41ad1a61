import type { Database } from '@foundnow/postgres';
import type { ReportedPosts } from '../../../use-cases/stats/reported-posts.port.ts';

const COUNT = `select kind, count(*)::int as count from matcher.post where kind is not null and status <> 'deleted'
  group by kind order by kind`;

const SCOPE = { worker: 'scorer' } as const;

export class PostgresReportedPosts implements ReportedPosts {
  constructor(private readonly database: Database) {}

  async countByKind(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.read(SCOPE, (tx) => tx.query<{ kind: string; count: number }>(COUNT));
    return new Map(rows.map((row) => [row.kind, row.count]));
  }
}
