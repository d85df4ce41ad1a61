import { withClient } from '@foundnow/postgres';

const COLUMNS = `select string_agg(quote_ident(column_name), ', ') as names from information_schema.columns
  where table_schema = 'posts' and table_name = $1 and is_generated = 'NEVER'`;

/** A copy of tables as they are now, and the way to have them so again. */
export async function backUp(adminUrl: string, tables: readonly string[]): Promise<{ restore(): Promise<void> }> {
  const folder = `backup_${crypto.randomUUID().replaceAll('-', '')}`;
  const columnsOf = new Map<string, string>();
  await withClient(adminUrl, async (client) => {
    await client.query(`create schema ${folder}`);
    for (const table of tables) {
      const { rows } = await client.query<{ names: string }>(COLUMNS, [table]);
      columnsOf.set(table, rows[0]?.names ?? '');
      await client.query(`create table ${folder}.${table} as select * from posts.${table}`);
    }
  });
  return {
    restore: () =>
      withClient(adminUrl, async (client) => {
        // As a restore does it: without triggers.
        await client.query('set session_replication_role = replica');
        for (const [table, names] of columnsOf) {
          await client.query(`delete from posts.${table}`);
          await client.query(`insert into posts.${table} (${names}) select ${names} from ${folder}.${table}`);
        }
      }),
  };
}
