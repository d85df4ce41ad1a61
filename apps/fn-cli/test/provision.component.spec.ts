import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@foundnow/postgres';
import { testDatabase, type TestDatabase } from '@foundnow/testing';
import { runFn } from './run-fn.ts';

let database: TestDatabase;
let dir: string;
beforeAll(async () => {
  database = await testDatabase();
  dir = await mkdtemp(join(tmpdir(), 'fn-provision-'));
});
afterAll(async () => {
  await rm(dir, { recursive: true });
  await database.drop();
});

const provision = (dataDir: string, args: readonly string[] = [], adminUrl = database.adminUrl) => {
  const options = ['--role-prefix', database.rolePrefix, '--hand-out', join(dir, 'out'), '--json', ...args];
  return runFn({ DATA_DIR: join(dir, dataDir), DATABASE_ADMIN_URL: adminUrl }, 'provision', ...options);
};

const handedOut = async (service: string) => parseEnv(await readFile(join(dir, 'out', service, 'service.env'), 'utf8'));
const roleOf = (url = '') =>
  withClient(
    url,
    async (client) => (await client.query<{ role: string }>('select current_user as role')).rows[0]?.role,
  );

describe('fn provision', () => {
  it('makes the keys and the first password of a server before there is one', async () => {
    const { exitCode, json } = await provision('data', ['--keys-only']);
    expect([exitCode, json()]).toEqual([0, [{ keysDir: join(dir, 'data', 'keys'), schemas: [] }]]);
    expect(await readFile(join(dir, 'out/postgres/password'), 'utf8')).toMatch(/^[\w-]{43}$/);
    expect((await stat(join(dir, 'data/keys/master.key'))).mode & 0o777).toBe(0o600);
  });

  it('hands each service its own logins and secrets, which work, and nothing of the others', async () => {
    expect((await provision('data')).json()).toMatchObject([{ schemas: expect.arrayContaining(['bus', 'posts']) }]);
    const posts = await handedOut('fn-posts');
    expect(Object.keys(posts)).toEqual([
      'BUS_DATABASE_URL',
      'CONTACT_MASTER_KEY',
      'DATABASE_URL',
      'IDENTIFIER_HASH_KEY',
      'OBJECT_URL_KEY',
      'PUBLIC_PLACE_KEY',
    ]);
    expect(await roleOf(posts.DATABASE_URL)).toBe(`${database.rolePrefix}posts_app`);
    const matcher = await handedOut('fn-matcher');
    expect(Object.keys(matcher)).toEqual([
      'BUS_DATABASE_URL',
      'DATABASE_URL',
      'MATCHER_HANDOVER_KEY',
      'MATCHER_IDENTIFIER_KEY',
    ]);
    expect(await roleOf(matcher.BUS_DATABASE_URL)).toBe(`${database.rolePrefix}bus_app`);
    expect((await stat(join(dir, 'out/fn-posts/service.env'))).mode & 0o777).toBe(0o400);
    for (const file of ['jwks.json', 'sealing/public/matcher.jwks.json']) {
      expect(JSON.parse(await readFile(join(dir, 'out/fn-posts', file), 'utf8'))).toHaveProperty('keys.0.kid');
    }
    const ofMatcher = await readdir(join(dir, 'out/fn-matcher/sealing/private'), { recursive: true });
    expect(ofMatcher.toSorted()).toEqual(['matcher', join('matcher', '000001.json')]);
    await expect(stat(join(dir, 'out/fn-posts/sealing/private'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('changes nothing the second time', async () => {
    const before = await handedOut('fn-posts');
    expect((await provision('data')).exitCode).toBe(0);
    expect(await handedOut('fn-posts')).toEqual(before);
  });

  it('lets fn find the schemas it made', async () => {
    const { exitCode, out } = await runFn({ DATA_DIR: join(dir, 'data') }, 'migrate', '--dry-run');
    expect([exitCode, out]).toEqual([0, expect.stringContaining('fn-posts: nothing to do')]);
  });

  it("lets fn run a service's own commands with nothing but what tokens say", async () => {
    const tokens = { TOKEN_ISSUER: 'https://foundnow.localhost', TOKEN_AUDIENCE: 'foundnow' };
    const { exitCode, notes } = await runFn({ DATA_DIR: join(dir, 'data'), ...tokens }, 'posts', 'stats');
    expect([exitCode, notes]).toEqual([0, '']);
  });

  it.each([
    ['nowhere', [], 78, 'DATABASE_ADMIN_URL: must be a URL that begins with postgres://'],
    ['postgres://127.0.0.1:1/x', ['--role-prefix', 'a;b'], 64, ''],
  ])('makes nothing when the server is %s and the options are %j', async (adminUrl, args, code, words) => {
    const { exitCode, notes } = await provision('mistaken', args, adminUrl);
    expect([exitCode, notes]).toEqual([code, expect.stringContaining(words)]);
    await expect(stat(join(dir, 'mistaken'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('logs in with the password that it made when the address holds none', async () => {
    const password = await readFile(join(dir, 'out/postgres/password'), 'utf8');
    const admin = `${database.rolePrefix}admin`;
    await withClient(database.adminUrl, (client) =>
      client.query(`create role ${admin} superuser login password '${password}'`),
    );
    const url = Object.assign(new URL(database.adminUrl), { username: admin, password: '' });
    expect((await provision('data', [], url.href)).exitCode).toBe(0);
  });

  it.each([
    ['is away', 'postgres://admin:hunter2@127.0.0.1:1/x', 69, 'DATABASE_ADMIN_URL at 127.0.0.1:1 does not answer'],
    ['refuses the login', 'nobody', 78, 'DATABASE_ADMIN_URL: names a user or password that the server refuses'],
  ])('says so when the server %s', async (_, admin, code, words) => {
    const url = new URL(admin === 'nobody' ? database.adminUrl : admin);
    if (admin === 'nobody') Object.assign(url, { username: 'nobody-we-know', password: 'hunter2' });
    const { exitCode, notes } = await provision('away', [], url.href);
    expect([exitCode, notes]).toEqual([code, expect.stringContaining(words)]);
    expect(notes).not.toContain('hunter2');
  });

  it('refuses a server whose roles are of another installation', async () => {
    const { exitCode, notes } = await provision('another');
    expect([exitCode, notes]).toEqual([78, expect.stringContaining('another installation uses')]);
  });
});
