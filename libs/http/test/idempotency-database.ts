import { idempotencyTables } from '../src/index.ts';
import { testSchema, type TestSchema } from '@foundnow/postgres/testing';
import type { MigrationInterface, QueryRunner } from 'typeorm';

class CreateSample1700000000000 implements MigrationInterface {
  readonly name = 'CreateSample1700000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(idempotencyTables('sample').up);
    await runner.query('CREATE TABLE sample.effects (id bigint GENERATED ALWAYS AS IDENTITY, title text NOT NULL)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sample.effects');
    await runner.query(idempotencyTables('sample').down);
  }
}

export interface SampleSchema extends TestSchema {
  effects(): Promise<number>;
}

/** A schema with the idempotency table, and a table whose rows are the effects to count. */
export async function sampleSchema(): Promise<SampleSchema> {
  const schema = await testSchema('sample', [CreateSample1700000000000]);
  const effects = () =>
    schema.database.read({ anonymous: true }, async (tx) => {
      const [row] = await tx.query<{ count: number }>('SELECT count(*)::int AS count FROM effects');
      return row?.count ?? 0;
    });
  return { ...schema, effects };
}
