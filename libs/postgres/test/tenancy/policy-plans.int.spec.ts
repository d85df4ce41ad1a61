import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sequenceId } from '@foundnow/testing';
import { tenantTable, type TenantScope, withClient } from '../../src/index.ts';
import { testSchema, type TestSchema } from '../test-schema.ts';

const person = sequenceId(77);
const org = sequenceId(3);
const ROWS = 100_000;

/** A thousand people, fifty organizations (a third of the rows belongs to none), five thousand cells. */
const FILL = `INSERT INTO plans.finds
  SELECT ('00000000-0000-7000-8000-' || lpad(n::text, 12, '0'))::uuid,
    CASE WHEN n % 3 > 0 THEN ('00000000-0000-7000-8000-' || lpad((n % 50)::text, 12, '0'))::uuid END,
    ('00000000-0000-7000-8000-' || lpad((n % 1000)::text, 12, '0'))::uuid,
    (ARRAY['public', 'organization', 'private'])[1 + n % 3], 'found', n % 5000, now() - n * interval '1 minute'
  FROM generate_series(1, ${ROWS}) n`;

const TABLE = `CREATE TABLE plans.finds (id uuid PRIMARY KEY, org_id uuid, author_id uuid NOT NULL,
    visibility text NOT NULL, kind text NOT NULL, cell bigint NOT NULL, created_at timestamptz NOT NULL);
  CREATE INDEX by_author ON plans.finds (author_id, created_at DESC);
  CREATE INDEX by_org ON plans.finds (org_id, created_at DESC);
  CREATE INDEX by_cell ON plans.finds (cell, kind, created_at DESC);`;

interface Plan {
  readonly 'Node Type': string;
  readonly 'Index Name'?: string;
  readonly 'Index Cond'?: string;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly Plan[];
}

describe('a query under row-level security', () => {
  let schema: TestSchema;

  beforeAll(async () => {
    schema = await testSchema('plans');
    await withClient(schema.ownerUrl, async (client) => {
      const rights = { owner: 'author_id', visibility: true, workers: { operator: 'select' } } as const;
      await client.query(`${TABLE} ${FILL}; ANALYZE plans.finds; ${tenantTable('plans', 'finds', rights).up}`);
    });
  });
  afterAll(() => schema.drop());

  it.each<[string, string, TenantScope, string, unknown[]]>([
    ['one row by its id', 'finds_pkey', { anonymous: true, publicReads: true }, 'id = $1', [sequenceId(5)]],
    ['a person’s own rows', 'by_author', { person }, 'author_id = $1 ORDER BY created_at DESC LIMIT 20', [person]],
    ['an organization’s rows', 'by_org', { org, person }, 'org_id = $1 ORDER BY created_at DESC LIMIT 20', [org]],
    [
      'cells of the map',
      'by_cell',
      { org, person, publicReads: true },
      `cell = ANY($1) AND kind = 'found' AND created_at > $2`,
      [[7, 8, 9], new Date(0)],
    ],
    ['a row by its id for a worker', 'finds_pkey', { worker: 'operator' }, 'id = $1', [sequenceId(5)]],
  ])('finds %s by the index %s', async (_, index, scope, where, values) => {
    const [row] = await schema.database.read(scope, (tx) =>
      tx.query<{ 'QUERY PLAN': { Plan: Plan }[] }>(
        `EXPLAIN (ANALYZE, FORMAT JSON) SELECT * FROM finds WHERE ${where}`,
        values,
      ),
    );
    const nodes = flat(row?.['QUERY PLAN'][0]?.Plan);
    expect(nodes.map((node) => node['Index Name'])).toContain(index);
    expect(nodes.map((node) => node['Node Type'])).not.toContain('Seq Scan');
    const discarded = nodes.reduce((sum, node) => sum + (node['Rows Removed by Filter'] ?? 0), 0);
    expect(discarded).toBeLessThan(100);
  });
});

function flat(plan: Plan | undefined): Plan[] {
  return plan === undefined ? [] : [plan, ...(plan.Plans ?? []).flatMap(flat)];
}
