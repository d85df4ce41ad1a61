import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@foundnow/testing';
import { FOREIGN_ROLE, provisionSchema, withClient } from '../../src/index.ts';

describe('roles of an installation', () => {
  let database: TestDatabase;
  beforeAll(async () => void (database = await testDatabase()));
  afterAll(() => database.drop());

  const provision = (installation: string, password: string) =>
    provisionSchema(database.adminUrl, {
      schema: 'sample',
      rolePrefix: database.rolePrefix,
      ownerPassword: password,
      appPassword: password,
      installation,
    });

  it('are renewed by it and refused to another one, whose passwords would cut it off', async () => {
    await provision('one', 'first');
    const { appUrl } = await provision('one', 'second');
    await expect(provision('two', 'third')).rejects.toMatchObject({ code: FOREIGN_ROLE });
    const works = await withClient(appUrl, async (client) => (await client.query('select 1 as one')).rows);
    expect(works).toEqual([{ one: 1 }]);
  });
});
