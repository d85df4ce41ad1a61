import pg from 'pg';
import { busTables } from './bus-tables.ts';

/** Brings the schema of the embedded bus up to date, as its owner; starts that race wait for each other. */
export async function migrateBus(ownerUrl: string, schema = 'bus'): Promise<void> {
  const steps = [busTables(schema).up];
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'foundnow-bus-migration' });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`foundnow/migrate/${schema}`]);
    await client.query(
      `CREATE TABLE IF NOT EXISTS ${schema}.bus_migration (step integer PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())`,
    );
    const { rows } = await client.query<{ done: number }>(
      `SELECT coalesce(max(step), 0) AS done FROM ${schema}.bus_migration`,
    );
    for (const [index, sql] of steps.entries()) {
      if (index < (rows[0]?.done ?? 0)) continue;
      await client.query(sql);
      await client.query(`INSERT INTO ${schema}.bus_migration (step) VALUES ($1)`, [index + 1]);
    }
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}
