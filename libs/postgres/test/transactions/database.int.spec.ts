import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { DomainError } from '@foundnow/kernel';
import { Database, openPool, violatedConstraint, withClient, type Tx } from '../../src/index.ts';
import { testSchema, type TestSchema } from '../test-schema.ts';

const SCOPE = { anonymous: true } as const;

describe('Database', () => {
  let schema: TestSchema;
  let db: Database;
  const admin = (sql: string): Promise<unknown> => withClient(schema.adminUrl, (client) => client.query(sql));
  const numbers = (): Promise<unknown[]> => db.read(SCOPE, (tx) => tx.query('SELECT n FROM notes ORDER BY n'));
  const add = (tx: Tx, n: number): Promise<unknown> => tx.query('INSERT INTO notes (n) VALUES ($1)', [n]);

  beforeAll(async () => {
    schema = await testSchema('spec');
    db = schema.openDatabase({ poolSize: 2 });
    await withClient(schema.ownerUrl, (client) =>
      client.query('CREATE TABLE notes (n int CONSTRAINT one_each UNIQUE DEFERRABLE INITIALLY DEFERRED)'),
    );
  });
  beforeEach(() => admin('TRUNCATE spec.notes'));
  afterAll(() => schema.drop());

  it('commits what the work did and answers with its result', async () => {
    expect(await db.transaction(SCOPE, async (tx) => add(tx, 1).then(() => 'done'))).toBe('done');
    expect(await numbers()).toEqual([{ n: 1 }]);
  });

  it('answers with rows alone, also for UPDATE … RETURNING', async () => {
    const rows = await db.transaction(SCOPE, async (tx) => {
      await add(tx, 1);
      return tx.query('UPDATE notes SET n = 2 RETURNING n');
    });
    expect(rows).toEqual([{ n: 2 }]);
  });

  it('rolls back when the work throws, and throws the same error', async () => {
    const refusal = new DomainError('note.refused', 'conflict', 'No.');
    const work = db.transaction(SCOPE, async (tx) => {
      await add(tx, 1);
      throw refusal;
    });
    await expect(work).rejects.toBe(refusal);
    expect(await numbers()).toEqual([]);
  });

  it('rejects when the commit itself fails', async () => {
    const twice = db.transaction(SCOPE, async (tx) => {
      await add(tx, 7);
      await add(tx, 7);
    });
    const error: unknown = await twice.catch((caught: unknown) => caught);
    expect(violatedConstraint(error)).toBe('one_each');
    expect(await numbers()).toEqual([]);
  });

  it('rejects when the work swallowed the error of a statement, because nothing was committed', async () => {
    const called: string[] = [];
    const work = db.transaction(SCOPE, async (tx) => {
      tx.afterCommit(() => called.push('committed'));
      await add(tx, 1);
      await tx.query('SELECT nonsense').catch(() => {});
    });
    await expect(work).rejects.toThrow(/rolled back/);
    expect(await numbers()).toEqual([]);
    expect(called).toEqual([]);
  });

  it('runs what was put off until after the commit once, in order, and survives one that throws', async () => {
    const called: unknown[] = [];
    await db.transaction(SCOPE, async (tx) => {
      tx.afterCommit(() => called.push(1));
      tx.afterCommit(() => {
        throw new Error('late');
      });
      tx.afterCommit(() => called.push(2));
      expect(called).toEqual([]);
    });
    expect(called).toEqual([1, 2]);
  });

  it('takes statements that are sent at once one after the other', async () => {
    const sums = await db.transaction(SCOPE, (tx) =>
      Promise.all([1, 2, 3, 4].map((n) => tx.query('INSERT INTO notes VALUES ($1) RETURNING n * 2 AS twice', [n]))),
    );
    expect(sums.flat()).toEqual([{ twice: 2 }, { twice: 4 }, { twice: 6 }, { twice: 8 }]);
  });

  it('refuses a statement that comes when its transaction is over', async () => {
    let leaked: Tx | undefined;
    await db.transaction(SCOPE, async (tx) => void (leaked = tx));
    await expect(leaked?.query('INSERT INTO notes VALUES (1)')).rejects.toThrow(/over/);
    expect(await numbers()).toEqual([]);
  });

  it('reads one consistent view and writes nothing', async () => {
    await db.read(SCOPE, async (tx) => {
      await tx.query('SELECT 1 FROM notes');
      await db.transaction(SCOPE, (other) => add(other, 1));
      expect(await tx.query('SELECT n FROM notes')).toEqual([]);
    });
    await expect(db.read(SCOPE, (tx) => add(tx, 2))).rejects.toThrow(/read-only/);
  });

  it('runs the work again after a deadlock', async () => {
    await db.transaction(SCOPE, async (tx) => void (await add(tx, 1), await add(tx, 2)));
    let [tries, holding] = [0, 0];
    const eachHoldsOne = Promise.withResolvers<void>();
    const lockBoth = (first: number, second: number): Promise<unknown> =>
      db.transaction(SCOPE, async (tx) => {
        tries += 1;
        await tx.query('SELECT 1 FROM notes WHERE n = $1 FOR UPDATE', [first]);
        if ((holding += 1) === 2) eachHoldsOne.resolve();
        await eachHoldsOne.promise;
        await tx.query('SELECT 1 FROM notes WHERE n = $1 FOR UPDATE', [second]);
      });
    await Promise.all([lockBoth(1, 2), lockBoth(2, 1)]);
    expect(tries).toBeGreaterThan(2);
  });

  it('reports a lost connection as a broken dependency and goes on with another one', async () => {
    const cut = db.transaction(SCOPE, async (tx) => {
      const [row] = await tx.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      await admin(`SELECT pg_terminate_backend(${row?.pid})`);
      await tx.query('SELECT 1');
    });
    await expect(cut).rejects.toMatchObject({ code: 'database.unavailable', kind: 'dependency' });
    await db.transaction(SCOPE, (tx) => add(tx, 1));
    expect(await numbers()).toEqual([{ n: 1 }]);
  });

  it('has a statement parsed once per connection, and survives a migration that changes what it answers', async () => {
    const one = schema.openDatabase({ poolSize: 1 });
    const all = (): Promise<unknown[]> =>
      one.transaction(SCOPE, (tx) => tx.query('SELECT * FROM notes WHERE n > $1', [0]));
    await one.transaction(SCOPE, (tx) => add(tx, 5));
    for (let i = 0; i < 3; i += 1) expect(await all()).toEqual([{ n: 5 }]);
    const named = await one.read(SCOPE, (tx) => tx.query('SELECT statement FROM pg_prepared_statements'));
    expect(named).toEqual([{ statement: 'SELECT * FROM notes WHERE n > $1' }]);
    await admin('ALTER TABLE spec.notes ADD COLUMN more int');
    expect(await all()).toEqual([{ n: 5, more: null }]);
    await admin('ALTER TABLE spec.notes DROP COLUMN more');
  });

  it('says that the database is away, and rejects its ping, when nobody answers', async () => {
    const url = 'postgres://x:x@127.0.0.1:1/none';
    const away = new Database(openPool({ url, schema: 'spec', applicationName: 'away' }));
    await expect(away.transaction(SCOPE, async () => 1)).rejects.toMatchObject({ code: 'database.unavailable' });
    await expect(away.ping()).rejects.toMatchObject({ kind: 'dependency' });
    await away.close();
    await expect(db.ping()).resolves.toBeUndefined();
  });
});
