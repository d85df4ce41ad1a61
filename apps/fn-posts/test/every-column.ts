import { withClient } from '@foundnow/postgres';

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

const COLUMNS = `select c.table_name as table, column_name as column, data_type as type
  from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
  where c.table_schema = 'posts' and t.table_type = 'BASE TABLE'
    and data_type in ('text', 'character varying', 'json', 'jsonb', 'uuid', 'bytea', 'ARRAY', 'tsvector')`;

/** The columns of the schema in which one of these stands, whatever they hold: text, JSON, ids, lists, bytes. */
export async function columnsWith(adminUrl: string, needles: readonly string[]): Promise<string[]> {
  return withClient(adminUrl, async (client) => {
    const { rows: columns } = await client.query<Column>(COLUMNS);
    const wanted = needles.map((needle) => needle.toLowerCase());
    const found: string[] = [];
    for (const { table, column, type } of columns) {
      const text = type === 'bytea' ? `encode("${column}", 'escape')` : `"${column}"::text`;
      const bytes = type === 'bytea' ? ` or position(needle in encode("${column}", 'hex')) > 0` : '';
      const sql = `select 1 from posts."${table}", unnest($1::text[]) as needle
        where position(needle in lower(${text})) > 0${bytes} limit 1`;
      const hex = wanted.map((needle) => needle.replaceAll('-', ''));
      const { rows } = await client.query(sql, [type === 'bytea' ? [...wanted, ...hex] : wanted]);
      if (rows.length > 0) found.push(`${table}.${column}`);
    }
    return found.sort();
  });
}
