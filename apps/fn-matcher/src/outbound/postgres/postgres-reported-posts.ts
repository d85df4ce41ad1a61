import type { Inbox } from '@foundnow/outbox';
import type { Database } from '@foundnow/postgres';
import type { Delivery, ReportedPost, ReportedPosts } from '../../use-cases/reported-posts.port.ts';

const KEEP = `insert into matcher.post as held (post_id, said_version, kind) values ($1, $2, $3)
  on conflict (post_id) do update set said_version = excluded.said_version, kind = excluded.kind
  where held.said_version < excluded.said_version`;
const COUNT =
  'select kind, count(*)::int as count from matcher.post where kind is not null group by kind order by kind';

const SCOPE = { worker: 'consumer' } as const;

export class PostgresReportedPosts implements ReportedPosts {
  constructor(
    private readonly database: Database,
    private readonly inbox: Inbox,
  ) {}

  async keep({ postId, version, kind }: ReportedPost, delivery: Delivery): Promise<void> {
    await this.inbox.run(delivery, SCOPE, async (tx) => {
      await tx.query(KEEP, [postId, version, kind]);
    });
  }

  async countByKind(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.read(SCOPE, (tx) => tx.query<{ kind: string; count: number }>(COUNT));
    return new Map(rows.map((row) => [row.kind, row.count]));
  }
}
