import type { Database, Tx } from '@foundnow/postgres';
import type { PostCounts } from '../../use-cases/post-counts.port.ts';

const ADD = `insert into media_ai.post_count (category, received) values ($1, 1)
  on conflict (category) do update set received = post_count.received + 1`;

export class PostgresPostCounts implements PostCounts {
  constructor(private readonly database: Database) {}

  async add(tx: Tx, category: string): Promise<void> {
    await tx.query(ADD, [category]);
  }

  async all(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.read({ worker: 'stats' }, (tx) =>
      tx.query<{ category: string; received: string }>(
        'select category, received from media_ai.post_count order by category',
      ),
    );
    return new Map(rows.map((row) => [row.category, Number(row.received)]));
  }
}
