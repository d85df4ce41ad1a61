import { withClient } from '../src/index.ts';

/** Everything that makes up a schema, as sorted lines: two schemas are alike when their lines are equal. */
export async function snapshotSchema(adminUrl: string, schema: string): Promise<string[]> {
  return withClient(adminUrl, async (client) => {
    const { rows } = await client.query<{ line: string }>(CATALOG, [schema]);
    return rows.map(({ line }) => line).sort();
  });
}

const CATALOG = `
WITH n AS (SELECT oid FROM pg_namespace WHERE nspname = $1)
SELECT format('relation %s %s acl=%s rls=%s/%s', relkind, relname, relacl, relrowsecurity, relforcerowsecurity) AS line
  FROM pg_class WHERE relnamespace IN (TABLE n)
UNION ALL SELECT format('column %s.%s %s %s null=%s %s %s %s acl=%s', c.relname, a.attname, row_number() OVER (PARTITION BY c.oid
    ORDER BY a.attnum), format_type(a.atttypid, a.atttypmod), NOT a.attnotnull, pg_get_expr(d.adbin, d.adrelid),
    a.attidentity, a.attgenerated, a.attacl)
  FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
  WHERE c.relnamespace IN (TABLE n) AND a.attnum > 0 AND NOT a.attisdropped
UNION ALL SELECT format('constraint %s %s', conname, pg_get_constraintdef(oid)) FROM pg_constraint WHERE connamespace IN (TABLE n)
UNION ALL SELECT format('index %s', indexdef) FROM pg_indexes WHERE schemaname = $1
UNION ALL SELECT format('policy %s %s %s using=%s check=%s', tablename, policyname, cmd, qual, with_check)
  FROM pg_policies WHERE schemaname = $1
UNION ALL SELECT format('trigger %s', pg_get_triggerdef(t.oid)) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
  WHERE c.relnamespace IN (TABLE n) AND NOT tgisinternal
UNION ALL SELECT format('function %s acl=%s', pg_get_functiondef(oid), proacl) FROM pg_proc
  WHERE pronamespace IN (TABLE n) AND prokind IN ('f', 'p')
UNION ALL SELECT format('type %s %s', typname, typtype) FROM pg_type WHERE typnamespace IN (TABLE n) AND typtype IN ('e', 'd')`;
