import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { violatedConstraint } from '../../src/index.ts';
import { testSchema, type TestSchema } from '../index.ts';

class CreateNote1700000000000 implements MigrationInterface {
  readonly name = 'CreateNote1700000000000';
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE sample.note (id integer PRIMARY KEY, text text NOT NULL)');
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sample.note');
  }
}

const INSERT = 'INSERT INTO note (id, text) VALUES ($1, $2)';
const SCOPE = { worker: 'consumer' } as const;

describe('statements that are sent without waiting', () => {
  let sample: TestSchema;
  beforeAll(async () => void (sample = await testSchema('sample', [CreateNote1700000000000])));
  afterAll(() => sample.drop());

  const texts = async () => {
    const rows = await sample.database.read(SCOPE, (tx) =>
      tx.query<{ text: string }>('SELECT text FROM note ORDER BY id'),
    );
    return rows.map(({ text }) => text);
  };

  it('are all committed, in their order, also when the same text is used again and again on a new connection', async () => {
    await sample.database.transaction(SCOPE, async (tx) => {
      for (let id = 1; id <= 50; id += 1) tx.send(INSERT, [id, `note ${id}`]);
      tx.send('UPDATE note SET text = text || $1', ['!']);
      tx.send('DELETE FROM note WHERE id > 2');
    });
    expect(await texts()).toEqual(['note 1!', 'note 2!']);
  });

  it('are answered before a query that follows them', async () => {
    const seen = await sample.database.transaction(SCOPE, async (tx) => {
      tx.send(INSERT, [100, 'sent']);
      return tx.query<{ text: string }>('SELECT text FROM note WHERE id = 100');
    });
    expect(seen).toEqual([{ text: 'sent' }]);
  });

  it('fail the transaction with their own error, and nothing of it is kept', async () => {
    const before = await texts();
    const failing = sample.database.transaction(SCOPE, async (tx) => {
      tx.send(INSERT, [200, 'first']);
      tx.send(INSERT, [200, 'twice']);
      tx.send(INSERT, [201, 'behind it']);
      tx.afterCommit(() => {
        throw new Error('nothing was committed');
      });
    });
    expect(violatedConstraint(await failing.catch((error: unknown) => error))).toBe('note_pkey');
    expect(await texts()).toEqual(before);
  });

  it('fail with their own error also when a query comes after them', async () => {
    const failing = sample.database.transaction(SCOPE, async (tx) => {
      tx.send(INSERT, [202, 'first']);
      tx.send(INSERT, [202, 'twice']);
      await tx.query('SELECT text FROM note WHERE id = $1', [202]);
    });
    expect(violatedConstraint(await failing.catch((error: unknown) => error))).toBe('note_pkey');
  });

  it('fail a savepoint alone, with their own error', async () => {
    await sample.database.transaction(SCOPE, async (tx) => {
      tx.send(INSERT, [300, 'outer']);
      const inner = tx.savepoint(async (point) => {
        point.send(INSERT, [301, 'inner']);
        point.send(INSERT, [300, 'taken']);
      });
      expect(violatedConstraint(await inner.catch((error: unknown) => error))).toBe('note_pkey');
    });
    expect((await texts()).slice(-2)).toEqual(['sent', 'outer']);
  });

  it('leave the connection fit for the next transaction', async () => {
    const failures: unknown[] = [];
    for (let round = 0; round < 30; round += 1) {
      await sample.database
        .transaction(SCOPE, async (tx) => tx.send(INSERT, [1, 'taken']))
        .catch((error: unknown) => failures.push(violatedConstraint(error)));
    }
    expect(failures).toEqual(Array.from({ length: 30 }, () => 'note_pkey'));
    expect(await texts()).toContain('outer');
  });
});
