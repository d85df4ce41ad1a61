import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EntitySchema, type DataSource } from 'typeorm';
import { Database, entityManager, openDataSource, tenantTable, withClient } from '../src/index.ts';
import { sequenceId } from '@foundnow/testing';
import { testSchema, type TestSchema } from './test-schema.ts';

interface ShelfRow {
  id: string;
  orgId: string | null;
  label: string;
}

const ShelfSchema = new EntitySchema<ShelfRow>({
  name: 'Shelf',
  tableName: 'shelves',
  columns: {
    id: { type: 'uuid', primary: true },
    orgId: { type: 'uuid', name: 'org_id', nullable: true },
    label: { type: 'text' },
  },
});

const [RED, BLUE] = [sequenceId(1), sequenceId(2)];

describe('TypeORM entities inside a scoped transaction', () => {
  let schema: TestSchema;
  let source: DataSource;
  let db: Database;

  beforeAll(async () => {
    schema = await testSchema('depot');
    await withClient(schema.ownerUrl, async (client) => {
      await client.query('CREATE TABLE shelves (id uuid PRIMARY KEY, org_id uuid, label text)');
      await client.query(tenantTable('depot', 'shelves').up);
    });
    const url = schema.appUrl;
    source = await openDataSource({
      url,
      schema: 'depot',
      entities: [ShelfSchema],
      applicationName: 'spec',
      poolSize: 1,
    });
    db = new Database(source);
  });
  afterAll(async () => {
    await db.close();
    await schema.drop();
  });

  it('are saved and found under the scope of the transaction, on its one connection', async () => {
    const shelf = { id: sequenceId(9), orgId: RED, label: 'A1' };
    await db.transaction({ org: RED }, (tx) => entityManager(source, tx).save(ShelfSchema, shelf));
    const find = (org: string): Promise<ShelfRow[]> =>
      db.read({ org }, (tx) => entityManager(source, tx).find(ShelfSchema));
    expect(await find(RED)).toEqual([shelf]);
    expect(await find(BLUE)).toEqual([]);
  });

  it('are rolled back with the transaction', async () => {
    const work = db.transaction({ org: RED }, async (tx) => {
      await entityManager(source, tx).save(ShelfSchema, { id: sequenceId(10), orgId: RED, label: 'B2' });
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await db.read({ org: RED }, (tx) => entityManager(source, tx).count(ShelfSchema))).toBe(1);
  });

  it('work in the one schema that the data source names', async () => {
    expect(await db.read({ org: RED }, (tx) => tx.query('SHOW search_path'))).toEqual([{ search_path: 'depot' }]);
  });
});
