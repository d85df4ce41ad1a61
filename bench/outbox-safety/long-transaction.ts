import pg from 'pg';

/** A transaction with a number and a snapshot of its own that stays open: what is deleted meanwhile cannot be cleaned. */
export class LongTransaction {
  private constructor(private readonly client: pg.Client) {}

  static async open(url: string): Promise<LongTransaction> {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    await client.connect();
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT pg_current_xact_id()');
    return new LongTransaction(client);
  }

  /** Answers whether it was open all the time. */
  async close(): Promise<boolean> {
    try {
      const { command } = await this.client.query('COMMIT');
      return command === 'COMMIT';
    } catch {
      return false;
    } finally {
      await this.client.end().catch(() => undefined);
    }
  }
}
