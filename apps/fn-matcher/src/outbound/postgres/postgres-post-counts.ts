import type { Database, Tx } from '@foundnow/postgres';
import type { PostCounts } from '../../use-cases/post-counts.port.ts';

const ADD = `insert into matcher.post_count (kind, received) values ($1, 1)
  on conflict (kind) do update set received = post_count.received + 1`;

export class PostgresPostCounts implements PostCounts {
  constructor(private readonly database: Database) {}

  async add(tx: Tx, kind: string): Promise<void> {
    await tx.query(ADD, [kind]);
  }

  async all(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.read({ worker: 'stats' }, (tx) =>
      tx.query<{ kind: string; received: string }>('select kind, received from matcher.post_count order by kind'),
    );
    return new Map(rows.map((row) => [row.kind, Number(row.received)]));
  }
}
