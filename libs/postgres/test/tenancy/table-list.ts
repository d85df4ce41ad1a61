import type pg from 'pg';

/** What the database itself says about a table of the schema. */
export interface TableFacts {
  readonly name: string;
  readonly hasOrganization: boolean;
  /** Row-level security is on, for its owner too. */
  readonly forced: boolean;
  /** Rows without organization cannot be. */
  readonly organizationRequired: boolean;
  readonly isPartition: boolean;
  /** The column that its policy `own_rows` compares with the person. */
  readonly owner: string | null;
  /** A worker that one of its policies names. */
  readonly worker: string | null;
}

const LEDGER = 'schema_migrations';

const FACTS = `
  SELECT t.relname AS name, org.attname IS NOT NULL AS "hasOrganization", t.relispartition AS "isPartition",
    t.relrowsecurity AND t.relforcerowsecurity AS forced, coalesce(org.attnotnull, false) AS "organizationRequired",
    (SELECT a.attname FROM pg_policy p
      JOIN pg_depend d ON d.classid = 'pg_policy'::regclass AND d.objid = p.oid AND d.refobjid = t.oid
      JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
      WHERE p.polrelid = t.oid AND p.polname = 'own_rows' LIMIT 1) AS owner,
    (SELECT replace(substr(p.polname, 8), '_', '-') FROM pg_policy p
      WHERE p.polrelid = t.oid AND starts_with(p.polname, 'worker_') LIMIT 1) AS worker
  FROM pg_class t
  LEFT JOIN pg_attribute org ON org.attrelid = t.oid AND org.attname = 'org_id' AND NOT org.attisdropped
  WHERE t.relnamespace = $1::regnamespace AND t.relkind IN ('r', 'p', 'm', 'f') AND t.relname <> '${LEDGER}'
  ORDER BY t.relname`;

/** All that can hold rows, views that keep theirs included. */
export async function listTables(client: pg.Client, schema: string): Promise<TableFacts[]> {
  return (await client.query<TableFacts>(FACTS, [schema])).rows;
}
