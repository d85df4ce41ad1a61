import type { Database, Tx } from '@foundnow/postgres';
import type { PostCounts } from '../../use-cases/post-counts.port.ts';

const ADD = `insert into notifications.post_count (language, received) values ($1, 1)
  on conflict (language) do update set received = post_count.received + 1`;

export class PostgresPostCounts implements PostCounts {
  constructor(private readonly database: Database) {}

  async add(tx: Tx, language: string): Promise<void> {
    await tx.query(ADD, [language]);
  }

  async all(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.read({ worker: 'stats' }, (tx) =>
      tx.query<{ language: string; received: string }>(
        'select language, received from notifications.post_count order by language',
      ),
    );
    return new Map(rows.map((row) => [row.language, Number(row.received)]));
  }
}
