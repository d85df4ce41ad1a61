import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@foundnow/testing';
import { provisionSchema, withClient, type ProvisionedSchema } from '../../src/index.ts';
import { snapshotSchema } from '../snapshot-schema.ts';

describe('provisioning a schema', () => {
  let database: TestDatabase;
  const provision = (passwords: { ownerPassword: string; appPassword: string }): Promise<ProvisionedSchema> =>
    provisionSchema(database.adminUrl, { schema: 'posts', rolePrefix: database.rolePrefix, ...passwords });

  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.drop());

  it('can be repeated, also eight times at once, and leaves the same schema', async () => {
    const passwords = { ownerPassword: 'o', appPassword: 'a' };
    await provision(passwords);
    const before = await snapshotSchema(database.adminUrl, 'posts');
    const all = await Promise.all(Array.from({ length: 8 }, () => provision(passwords)));
    expect(new Set(all.map(({ appUrl }) => appUrl)).size).toBe(1);
    expect(await snapshotSchema(database.adminUrl, 'posts')).toEqual(before);
  });

  it('changes the passwords, which may hold any character', async () => {
    const { ownerUrl, appUrl } = await provision({ ownerPassword: `p'4/ß:@ %41`, appPassword: 'new' });
    const whoAmI = async (url: string): Promise<unknown> =>
      withClient(
        url,
        async (client) => (await client.query('SELECT current_user AS me, current_schema AS at')).rows[0],
      );
    expect(await whoAmI(ownerUrl)).toEqual({ me: `${database.rolePrefix}posts_owner`, at: 'posts' });
    expect(await whoAmI(appUrl)).toEqual({ me: `${database.rolePrefix}posts_app`, at: 'posts' });
  });

  it('is possible for an administrator who is no superuser, as managed servers give', async () => {
    const admin = `${database.rolePrefix}admin`;
    await withClient(database.adminUrl, async (client) => {
      await client.query(`CREATE ROLE ${admin} LOGIN CREATEROLE CREATEDB PASSWORD '${database.password}'`);
      await client.query(`ALTER DATABASE ${database.name} OWNER TO ${admin}; ALTER SCHEMA public OWNER TO ${admin}`);
    });
    const options = { schema: 'managed', rolePrefix: database.rolePrefix, ownerPassword: 'o', appPassword: 'a' };
    await provisionSchema(database.url('admin'), options);
    const { ownerUrl, appUrl } = await provisionSchema(database.url('admin'), options);
    await withClient(ownerUrl, (client) => client.query('CREATE TABLE things (n int)'));
    const added = await withClient(appUrl, (client) => client.query('INSERT INTO things VALUES (1)'));
    expect(added.rowCount).toBe(1);
  });

  it('refuses to take over a role that may do more than a service needs', async () => {
    const role = `${database.rolePrefix}greedy_app`;
    await withClient(database.adminUrl, (client) => client.query(`CREATE ROLE ${role} SUPERUSER`));
    const greedy = { schema: 'greedy', rolePrefix: database.rolePrefix, ownerPassword: 'o', appPassword: 'a' };
    await expect(provisionSchema(database.adminUrl, greedy)).rejects.toThrow(/may do more than a service should/);
  });
});
