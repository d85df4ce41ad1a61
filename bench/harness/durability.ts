import { withClient } from '@foundnow/postgres';

const MUST_BE_ON = ['fsync', 'synchronous_commit', 'full_page_writes'];

/** A figure from a server that may forget what it committed would be no figure. */
export async function assertDurable(url: string): Promise<void> {
  const off = await withClient(url, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT name FROM pg_settings WHERE name = ANY ($1) AND setting <> 'on' ORDER BY name`,
      [MUST_BE_ON],
    );
    return rows.map(({ name }) => name);
  });
  if (off.length > 0) throw new Error(`This PostgreSQL is not durable: ${off.join(', ')} must be on.`);
}
