import type { Database } from '@foundnow/postgres';
import type { RecentPosts } from '../../../use-cases/replay/recent-posts.port.ts';

const SINCE = `select post_id from matcher.post where traits is not null and post_id >= $1 and post_id > $2
  order by post_id limit $3`;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

const SCORER = { worker: 'scorer' } as const;

export class PostgresRecentPosts implements RecentPosts {
  constructor(private readonly database: Database) {}

  async since(from: Date, after: string | null, most: number): Promise<readonly string[]> {
    const rows = await this.database.read(SCORER, (tx) =>
      tx.query<{ post_id: string }>(SINCE, [firstIdOf(from), after ?? BEFORE_ALL, most]),
    );
    return rows.map((row) => row.post_id);
  }
}

/** The ids of posts begin with the time at which they were made. */
function firstIdOf(time: Date): string {
  const hex = Math.max(0, time.getTime()).toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}
