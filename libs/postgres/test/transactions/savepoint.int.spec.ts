import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Tx, withClient } from '../../src/index.ts';
import { testSchema, type TestSchema } from '../test-schema.ts';

const SCOPE = { anonymous: true } as const;
const refusal = new Error('refused');

describe('a savepoint', () => {
  let schema: TestSchema;
  const add = (tx: Tx, n: number): Promise<unknown> => tx.query('INSERT INTO notes VALUES ($1)', [n]);
  const numbers = async (): Promise<number[]> => {
    const rows = await schema.database.read(SCOPE, (tx) => tx.query<{ n: number }>('SELECT n FROM notes ORDER BY n'));
    return rows.map(({ n }) => n);
  };
  const transaction = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => schema.database.transaction(SCOPE, work);
  const refused = async (tx: Tx, n: number): Promise<never> => {
    await add(tx, n);
    throw refusal;
  };

  beforeAll(async () => {
    schema = await testSchema('spec');
    await withClient(schema.ownerUrl, (client) => client.query('CREATE TABLE notes (n int UNIQUE)'));
  });
  beforeEach(() => withClient(schema.adminUrl, (client) => client.query('TRUNCATE spec.notes')));
  afterAll(() => schema.drop());

  it('keeps what its work did and answers with its result', async () => {
    const answer = await transaction((tx) => tx.savepoint(async (inner) => add(inner, 1).then(() => 'done')));
    expect(answer).toBe('done');
    expect(await numbers()).toEqual([1]);
  });

  it('undoes only its own work when that throws, and throws the same error', async () => {
    await transaction(async (tx) => {
      await add(tx, 1);
      await expect(tx.savepoint((inner) => refused(inner, 2))).rejects.toBe(refusal);
      await add(tx, 3);
    });
    expect(await numbers()).toEqual([1, 3]);
  });

  it('brings the transaction back after a statement that failed, once per item of a bulk', async () => {
    const results = await transaction(async (tx) => {
      const outcomes: string[] = [];
      for (const n of [1, 1, 2, 2, 3]) {
        const outcome = tx.savepoint(async (inner) => add(inner, n).then(() => 'taken in'));
        outcomes.push(await outcome.catch(() => 'refused'));
      }
      return outcomes;
    });
    expect(results).toEqual(['taken in', 'refused', 'taken in', 'refused', 'taken in']);
    expect(await numbers()).toEqual([1, 2, 3]);
  });

  it('rejects when its work swallowed the error of a statement, because nothing of it is kept', async () => {
    await transaction(async (tx) => {
      const work = tx.savepoint(async (inner) => {
        await add(inner, 1);
        await inner.query('SELECT nonsense').catch(() => {});
      });
      await expect(work).rejects.toMatchObject({ code: '42703' });
      await add(tx, 2);
    });
    expect(await numbers()).toEqual([2]);
  });

  it('goes down with the savepoint around it', async () => {
    await transaction(async (tx) => {
      const outer = tx.savepoint(async (middle) => {
        await middle.savepoint((inner) => add(inner, 1));
        await middle.savepoint((inner) => refused(inner, 2)).catch(() => {});
        await refused(middle, 3);
      });
      await expect(outer).rejects.toBe(refusal);
      await add(tx, 4);
    });
    expect(await numbers()).toEqual([4]);
  });

  it('forgets what was put off until after the commit when it is undone, and keeps the rest in order', async () => {
    const called: string[] = [];
    const note = (tx: Tx, text: string): void => tx.afterCommit(() => called.push(text));
    await transaction(async (tx) => {
      note(tx, 'before');
      await tx.savepoint(async (inner) => {
        note(inner, 'kept');
        await inner.savepoint(async (innermost) => note(innermost, 'kept within'));
      });
      const undone = tx.savepoint(async (inner) => {
        await inner.savepoint(async (innermost) => note(innermost, 'undone within'));
        note(inner, 'undone');
        throw refusal;
      });
      await undone.catch(() => {});
      note(tx, 'after');
      expect(called).toEqual([]);
    });
    expect(called).toEqual(['before', 'kept', 'kept within', 'after']);
  });

  it('refuses statements beside it and a second one at the same time: they would be undone with it', async () => {
    await transaction(async (tx) => {
      await tx.savepoint(async (inner) => {
        await expect(add(tx, 1)).rejects.toThrow(/savepoint is open/);
        await expect(tx.savepoint((other) => add(other, 2))).rejects.toThrow(/savepoint is open/);
        await add(inner, 3);
      });
    });
    expect(await numbers()).toEqual([3]);
  });

  it('refuses a statement that comes when it is over, whoever has kept hold of it', async () => {
    const kept: Tx[] = [];
    await transaction(async (tx) => {
      await tx.savepoint(async (inner) => {
        kept.push(inner);
        await inner.savepoint(async (innermost) => void kept.push(innermost));
      });
      for (const over of kept) await expect(add(over, 1)).rejects.toThrow(/over/);
    });
    for (const over of kept) await expect(over.savepoint((tx) => add(tx, 2))).rejects.toThrow(/over/);
    expect(await numbers()).toEqual([]);
  });
});
