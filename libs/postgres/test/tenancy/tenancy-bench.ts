import { Database, type MigrationClass, openPool, withClient } from '../../src/index.ts';
import { testSchema } from '../test-schema.ts';
import { insertSamples } from './sample-rows.ts';
import { listTables, type TableFacts } from './table-list.ts';
import { belongings } from './visitors.ts';

/** One of the schema's roles, on a pool of one connection. */
export interface Login {
  readonly role: 'app' | 'owner';
  readonly pool: ReturnType<typeof openPool>;
  readonly database: Database;
}

/** A migrated schema in which each tenant table holds a row of an organization and, where there can be, one of none. */
export interface TenancyBench {
  readonly tables: readonly TableFacts[];
  /** Those that strangers try their hands on. */
  readonly tenantTables: readonly TableFacts[];
  readonly logins: readonly Login[];
  close(): Promise<void>;
}

export async function openTenancyBench(schema: string, migrations: readonly MigrationClass[]): Promise<TenancyBench> {
  const made = await testSchema(schema, migrations);
  const open = (role: Login['role'], url: string): Login => {
    const pool = openPool({ url, schema, applicationName: 'tenancy', poolSize: 1 });
    return { role, pool, database: new Database(pool) };
  };
  const logins = [open('app', made.appUrl), open('owner', made.ownerUrl)];
  const tables = await withClient(made.adminUrl, (client) => listTables(client, schema));
  const tenantTables = tables.filter(({ hasOrganization, isPartition }) => hasOrganization && !isPartition);
  await insertSamples(made.adminUrl, schema, tenantTables, belongings);
  return {
    tables,
    tenantTables,
    logins,
    async close() {
      await Promise.all(logins.map(({ database }) => database.close()));
      await made.drop();
    },
  };
}
