import type { MigrationInterface, QueryRunner } from 'typeorm';

const only = (ways: string) => `
  alter table posts.post drop constraint post_intake_check, add constraint post_intake_check check (intake in (${ways}))`;

export class TakeInBatches1763701000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(only(`'self', 'desk', 'bulk', 'import'`));
  }

  /** Refused while there are posts that came in a batch. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(only(`'self', 'desk'`));
  }
}
