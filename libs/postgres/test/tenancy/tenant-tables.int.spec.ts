import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { tenantTable } from '../../src/index.ts';
import { rowsHiddenFromTheirOwners, rowsShownToStrangers, rowsShownWithoutScope, writesOfStrangers } from './probes.ts';
import { openTenancyBench, type TenancyBench } from './tenancy-bench.ts';
import { describeTenantTables } from './tenant-tables.conformance.ts';

const OWNED = { owner: 'author_id', visibility: true, workers: { clerk: 'all' } } as const;

class GoodTables1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TYPE mood AS ENUM ('glad'); CREATE TABLE counters (id int);
      CREATE TABLE items (id bigint GENERATED ALWAYS AS IDENTITY, org_id uuid, author_id uuid NOT NULL, mood mood NOT NULL,
        visibility text NOT NULL CHECK (visibility IN ('public', 'private')), seen date NOT NULL, cells bigint[] NOT NULL,
        attributes jsonb NOT NULL, code char(2) NOT NULL UNIQUE, hash bytea NOT NULL, kept interval NOT NULL);
      CREATE TABLE organization (org_id uuid PRIMARY KEY, days int NOT NULL CHECK (days > 100));`);
    await runner.query(tenantTable('good', 'items', OWNED).up);
    await runner.query(tenantTable('good', 'organization').up);
  }
  async down(): Promise<void> {}
}

describeTenantTables({
  schema: 'good',
  migrations: [GoodTables1700000000000],
  withoutOrganization: ['counters'],
});

class BadTables1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['forgotten', 'unforced', 'trusting', 'deaf']) {
      await runner.query(`CREATE TABLE ${table} (org_id uuid, author_id uuid)`);
      if (table !== 'forgotten') await runner.query(tenantTable('bad', table, { owner: 'author_id' }).up);
    }
    await runner.query('ALTER TABLE unforced NO FORCE ROW LEVEL SECURITY');
    await runner.query('CREATE POLICY anybody ON trusting FOR INSERT WITH CHECK (org_id IS NULL)');
    await runner.query('DROP POLICY own_organization ON deaf');
  }
  async down(): Promise<void> {}
}

describe('the suite over the tables of a schema', () => {
  let bench: TenancyBench;
  beforeAll(async () => {
    bench = await openTenancyBench('bad', [BadTables1700000000000]);
  });
  afterAll(() => bench.close());

  it('sees tables without row-level security, and such as exempt their owner', async () => {
    const open = bench.tables.filter(({ forced }) => !forced).map(({ name }) => name);
    expect(open).toEqual(['forgotten', 'unforced']);
    const found = await rowsShownToStrangers(bench);
    expect(found).toContain('forgotten shows 1 rows to a stranger (as app)');
    expect(found).toContain('unforced shows 1 rows to another organization (as owner)');
    expect(found.filter((line) => /unforced.*app|trusting|deaf/.test(line))).toEqual([]);
    expect(await rowsShownWithoutScope(bench)).toContain('unforced shows 2 rows to owner without a scope');
  });

  it('sees a policy that lets strangers write', async () => {
    const found = (await writesOfStrangers(bench)).filter((line) => line.startsWith('trusting'));
    expect(found).toContain('trusting lets a stranger write: adds a row of no organization (as app)');
    expect(found.filter((line) => line.includes('changes') || line.includes('removes'))).toEqual([]);
  });

  it('sees a table that hides rows from those whose they are', async () => {
    expect(await rowsHiddenFromTheirOwners(bench)).toContain('deaf hides rows from its own organization (as app)');
  });
});
