import { testDatabase } from '@foundnow/testing';
import { Database, migrate, openPool, provisionSchema, type MigrationClass } from '../src/index.ts';

export interface TestSchema {
  readonly schema: string;
  readonly adminUrl: string;
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly ownerRole: string;
  readonly appRole: string;
  /** Serves as the app role. The same one each time. */
  readonly database: Database;
  /** Another pool of the app role, closed by `drop()` as well. */
  openDatabase(options?: { poolSize?: number }): Database;
  drop(): Promise<void>;
}

/** A fresh database with one provisioned, migrated schema in it. */
export async function testSchema(schema: string, migrations: readonly MigrationClass[] = []): Promise<TestSchema> {
  const fresh = await testDatabase();
  const { password, rolePrefix, adminUrl } = fresh;
  const roles = await provisionSchema(adminUrl, { schema, ownerPassword: password, appPassword: password, rolePrefix });
  if (migrations.length > 0) await migrate(roles.ownerUrl, schema, migrations);
  const opened: Database[] = [];
  const openDatabase = (options: { poolSize?: number } = {}): Database => {
    const database = new Database(openPool({ url: roles.appUrl, schema, applicationName: 'test', ...options }));
    opened.push(database);
    return database;
  };
  return {
    ...roles,
    schema,
    adminUrl,
    database: openDatabase(),
    openDatabase,
    async drop() {
      await Promise.all(opened.map((database) => database.close()));
      await fresh.drop();
    },
  };
}
