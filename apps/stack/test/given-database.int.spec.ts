import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@foundnow/postgres';
import { testDatabase, type TestDatabase } from '@foundnow/testing';
import { examineDatabase } from '../src/given-database.ts';

let database: TestDatabase;
beforeAll(async () => void (database = await testDatabase()));
afterAll(() => database.drop());

function changed(change: (url: URL) => void): string {
  const url = new URL(database.adminUrl);
  change(url);
  return url.href;
}

describe('the database that DATABASE_URL names', () => {
  it('is taken when its role may create roles and schemas', async () => {
    await expect(examineDatabase(database.adminUrl)).resolves.toBeUndefined();
  });

  it('is refused when its role may not', async () => {
    const role = `${database.rolePrefix}visitor`;
    await withClient(database.adminUrl, (client) => client.query(`create role ${role} login password 'hunter2'`));
    const url = changed((to) => Object.assign(to, { username: role, password: 'hunter2' }));
    await expect(examineDatabase(url)).rejects.toThrow(/DATABASE_URL: is of a role that may not create/);
  });

  it.each([
    ['a database that is not there', changedPath('/fn_no_such_database'), /DATABASE_URL: names a database/],
    ['a server that is away', changedPort('9'), /127\.0\.0\.1:9 does not answer \(ECONNREFUSED\)/],
  ])('is refused in words when it is %s', async (_, url, words) => {
    await expect(examineDatabase(url())).rejects.toThrow(words);
  });
});

function changedPath(pathname: string): () => string {
  return () => changed((url) => Object.assign(url, { pathname }));
}

function changedPort(port: string): () => string {
  return () => changed((url) => Object.assign(url, { hostname: '127.0.0.1', port }));
}
