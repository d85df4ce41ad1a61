import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate, openDataSource, provisionSchema, revertLast } from '@foundnow/postgres';
import { type TestDatabase, testDatabase } from '@foundnow/testing';
import type { DataSource } from 'typeorm';
import { fnPosts } from '../../src/service.ts';

const { schema, migrations, entities = [] } = fnPosts;

describe('the schema of fn-posts', () => {
  let database: TestDatabase;
  let ownerUrl: string;
  let source: DataSource;

  beforeAll(async () => {
    database = await testDatabase();
    const { rolePrefix, password } = database;
    const passwords = { ownerPassword: password, appPassword: password };
    ({ ownerUrl } = await provisionSchema(database.adminUrl, { schema, rolePrefix, ...passwords }));
    await migrate(ownerUrl, schema, migrations);
    source = await openDataSource({ url: ownerUrl, schema, entities: [...entities], applicationName: 'spec' });
  });

  afterAll(async () => {
    await source.destroy();
    await database.drop();
  });

  it('has the columns that its rows declare: TypeORM would change none', async () => {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    const aboutColumns = upQueries.map(({ query }) => query).filter((query) => /COLUMN|CREATE TABLE/.test(query));
    expect(aboutColumns).toEqual([]);
  });

  it('goes away whole when its migrations are taken back, and comes again', async () => {
    for (const _ of migrations) await revertLast(ownerUrl, schema, migrations);
    expect(await tables()).toEqual(['schema_migrations']);
    await migrate(ownerUrl, schema, migrations);
    expect(await tables()).toContain('post');
  });

  async function tables(): Promise<string[]> {
    const rows: { table_name: string }[] = await source.query(
      'select table_name from information_schema.tables where table_schema = $1 order by 1',
      [schema],
    );
    return rows.map((row) => row.table_name);
  }
});
