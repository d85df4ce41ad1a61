import type { Inbox } from '@foundnow/outbox';
import type { Database } from '@foundnow/postgres';
import type { Delivery, ReportedPost, ReportedPosts } from '../../use-cases/reported-posts.port.ts';

const KEEP = `insert into media_ai.reported_post as held (post_id, version, category) values ($1, $2, $3)
  on conflict (post_id) do update set version = excluded.version, category = excluded.category
  where held.version < excluded.version`;
const COUNT = 'select category, count(*)::int as count from media_ai.reported_post group by category order by category';

/** The table is of no organization: whose posts they are stays with fn-posts. */
const SCOPE = { worker: 'consumer' } as const;

export class PostgresReportedPosts implements ReportedPosts {
  constructor(
    private readonly database: Database,
    private readonly inbox: Inbox,
  ) {}

  async keep({ postId, version, category }: ReportedPost, delivery: Delivery): Promise<void> {
    await this.inbox.run(delivery, SCOPE, async (tx) => {
      await tx.query(KEEP, [postId, version, category]);
    });
  }

  async countByCategory(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.read(SCOPE, (tx) => tx.query<{ category: string; count: number }>(COUNT));
    return new Map(rows.map((row) => [row.category, row.count]));
  }
}
