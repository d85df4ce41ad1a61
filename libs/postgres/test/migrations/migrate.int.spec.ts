import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  migrate,
  pendingMigrations,
  revertLast,
  tenantTable,
  withClient,
  type MigrationClass,
} from '../../src/index.ts';
import { snapshotSchema } from '../snapshot-schema.ts';
import { testSchema, type TestSchema } from '../test-schema.ts';

class CreatePosts1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE posts (id uuid PRIMARY KEY, org_id uuid, n bigint GENERATED ALWAYS AS IDENTITY)');
    await runner.query(tenantTable('lost', 'posts').up);
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE posts');
  }
}

class AddTitles1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE posts ADD title text NOT NULL DEFAULT ''`);
    await runner.query('CREATE INDEX by_title ON posts (lower(title))');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE posts DROP title');
  }
}

class Breaks1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE half_done ()');
    await runner.query('SELECT nonsense');
  }
  async down(): Promise<void> {}
}

const FIRST = [CreatePosts1700000000001];
const BOTH: MigrationClass[] = [AddTitles1700000000002, CreatePosts1700000000001];
const NAMES = ['CreatePosts1700000000001', 'AddTitles1700000000002'];

describe('migrations', () => {
  let schema: TestSchema;
  const run = (migrations: readonly MigrationClass[]): Promise<string[]> =>
    migrate(schema.ownerUrl, 'lost', migrations);

  beforeEach(async () => {
    schema = await testSchema('lost');
  });
  afterEach(() => schema.drop());

  it('run once, in the order of their time, when four replicas start at the same moment', async () => {
    const ran = await Promise.all([1, 2, 3, 4].map(() => run(BOTH)));
    expect(ran.flat()).toEqual(NAMES);
    expect(await run(BOTH)).toEqual([]);
  });

  it('say what is pending, to the role that serves as well', async () => {
    expect(await pendingMigrations(schema.appUrl, 'lost', BOTH)).toEqual(NAMES);
    await run(FIRST);
    expect(await pendingMigrations(schema.appUrl, 'lost', BOTH)).toEqual(NAMES.slice(1));
  });

  it('leave the same schema after up, down and up again', async () => {
    const empty = await snapshotSchema(schema.adminUrl, 'lost');
    await run(BOTH);
    const full = await snapshotSchema(schema.adminUrl, 'lost');
    expect(await revertLast(schema.ownerUrl, 'lost', BOTH)).toBe(NAMES[1]);
    expect(await revertLast(schema.ownerUrl, 'lost', BOTH)).toBe(NAMES[0]);
    expect(await revertLast(schema.ownerUrl, 'lost', BOTH)).toBeUndefined();
    const left = (await snapshotSchema(schema.adminUrl, 'lost')).filter((line) => !/schema_migrations|PK_/.test(line));
    expect(left).toEqual(empty);
    await run(BOTH);
    expect(await snapshotSchema(schema.adminUrl, 'lost')).toEqual(full);
    expect(full.join('\n')).toContain('policy posts own_organization');
  });

  it('keep what ran before one that fails, of which nothing stays, and name it', async () => {
    await expect(run([...BOTH, Breaks1700000000003])).rejects.toThrow(/Breaks1700000000003 of schema lost failed/);
    expect(await pendingMigrations(schema.ownerUrl, 'lost', BOTH)).toEqual([]);
    expect((await snapshotSchema(schema.adminUrl, 'lost')).join('\n')).not.toContain('half_done');
  });

  it('have a ledger in the schema that the serving role cannot rewrite', async () => {
    await run(FIRST);
    await withClient(schema.appUrl, async (client) => {
      expect((await client.query('SELECT name FROM lost.schema_migrations')).rows).toEqual([{ name: NAMES[0] }]);
      await expect(client.query('DELETE FROM lost.schema_migrations')).rejects.toThrow(/permission denied/);
    });
  });
});
