import type pg from 'pg';
import { identifier, withClient } from '../../src/index.ts';
import type { TableFacts } from './table-list.ts';

/** Whose rows are in the tables while strangers try their hands. */
export interface Belongings {
  readonly org: string;
  readonly author: string;
}

/** What the table's own rules demand is beside the point here, and an arbitrary row would not pass them. */
const DROP_CHECKS = `DO $$ DECLARE c record; BEGIN
  FOR c IN SELECT conrelid::regclass AS of, conname FROM pg_constraint
    WHERE contype = 'c' AND connamespace = '%s'::regnamespace AND conrelid <> 0 AND conislocal
  LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', c.of, c.conname); END LOOP; END $$`;

const NEEDED = `SELECT attname AS name, format_type(atttypid, atttypmod) AS type, typcategory AS category
  FROM pg_attribute JOIN pg_type t ON t.oid = atttypid
  WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped
    AND attnotnull AND NOT atthasdef AND attidentity = '' AND attname <> 'org_id' AND attname IS DISTINCT FROM $2`;

interface Column {
  readonly name: string;
  readonly type: string;
  readonly category: string;
}

/** One row of the organization in every table, and one of none where there can be one; both are the author's. */
export async function insertSamples(
  adminUrl: string,
  schema: string,
  tables: readonly TableFacts[],
  { org, author }: Belongings,
): Promise<void> {
  await withClient(adminUrl, async (client) => {
    await client.query(DROP_CHECKS.replace('%s', identifier(schema)));
    // Neither triggers nor foreign keys: each table by itself.
    await client.query('SET session_replication_role = replica');
    for (const table of tables) {
      await insertSample(client, schema, table, 1, [org, author]);
      if (!table.organizationRequired) await insertSample(client, schema, table, 2, [null, author]);
    }
  });
}

async function insertSample(
  client: pg.Client,
  schema: string,
  { name, owner }: TableFacts,
  nth: number,
  [org, author]: readonly [string | null, string],
): Promise<void> {
  const table = `${schema}.${name}`;
  const { rows } = await client.query<Column>(NEEDED, [table, owner]);
  const columns = ['org_id', ...(owner === null ? [] : [owner]), ...rows.map((column) => `"${column.name}"`)];
  const values = ['$1::uuid', ...(owner === null ? [] : ['$2::uuid']), ...rows.map((column) => sampleOf(column, nth))];
  const parameters = owner === null ? [org] : [org, author];
  await client.query(`INSERT INTO ${table} (${columns.join()}) VALUES (${values.join()})`, parameters);
}

function sampleOf({ name, type, category }: Column, nth: number): string {
  const literal = BY_TYPE[type] ?? BY_CATEGORY[category];
  if (literal !== undefined) return `(${literal(nth)})::${type}`;
  if (category === 'E') return `enum_first(NULL::${type})`;
  throw new Error(`No sample is known for a column of type ${type} (${name}): add one to sample-rows.ts.`);
}

const BY_TYPE: Readonly<Record<string, (nth: number) => string>> = {
  uuid: () => 'gen_random_uuid()',
  json: () => `'{}'`,
  jsonb: () => `'{}'`,
  bytea: (nth) => `decode(md5('${nth}'), 'hex')`,
  tsvector: () => `''`,
};

/** https://www.postgresql.org/docs/15/catalog-pg-type.html lists the letters. */
const BY_CATEGORY: Readonly<Record<string, (nth: number) => string>> = {
  A: () => `'{}'`,
  B: () => 'true',
  D: () => 'now()',
  I: (nth) => `'127.0.0.${nth}'`,
  N: (nth) => String(nth),
  R: () => `'empty'`,
  S: (nth) => `md5('${nth}')`,
  T: (nth) => `'${nth} hours'`,
};
