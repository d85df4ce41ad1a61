import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MigrationClass } from '../../src/index.ts';
import {
  rowsHiddenFromTheirOwners,
  rowsShownOnDirtyConnection,
  rowsShownToStrangers,
  rowsShownWithoutScope,
  writesOfStrangers,
} from './probes.ts';
import { openTenancyBench, type TenancyBench } from './tenancy-bench.ts';

export interface TenantTables {
  readonly schema: string;
  readonly migrations: readonly MigrationClass[];
  /** Every table that has no `org_id`, by name: whoever adds one says that it holds nothing of an organization. */
  readonly withoutOrganization: readonly string[];
}

/** What must hold for all tables of a service, found in its migrated schema: a new table cannot be forgotten. */
export function describeTenantTables({ schema, migrations, withoutOrganization }: TenantTables): void {
  describe(`the tables of ${schema}`, () => {
    let bench: TenancyBench;
    beforeAll(async () => {
      bench = await openTenancyBench(schema, migrations);
    });
    afterAll(() => bench.close());

    it('have row-level security forced where they have an org_id', () => {
      const open = bench.tables.filter(({ hasOrganization, forced }) => hasOrganization && !forced);
      expect(open.map(({ name }) => name)).toEqual([]);
    });

    it('without an org_id are those that were said to hold nothing of an organization', () => {
      const without = bench.tables.filter(({ hasOrganization }) => !hasOrganization).map(({ name }) => name);
      expect(without.sort()).toEqual([...withoutOrganization].sort());
    });

    it('show an organization its rows, and an author hers wherever she is', async () => {
      expect(await rowsHiddenFromTheirOwners(bench)).toEqual([]);
    });

    it('show strangers nothing of an organization, whichever role asks', async () => {
      expect(await rowsShownToStrangers(bench)).toEqual([]);
    });

    it('show nothing without a scope, whichever role asks', async () => {
      expect(await rowsShownWithoutScope(bench)).toEqual([]);
    });

    it('take writes to rows of an organization from it alone, and of none from their author alone', async () => {
      expect(await writesOfStrangers(bench)).toEqual([]);
    });

    // The last one: it leaves the connections dirty.
    it('show strangers nothing on a connection that somebody left dirty', async () => {
      expect(await rowsShownOnDirtyConnection(bench)).toEqual([]);
    });
  });
}
