import { inboxTables, outboxTables } from '@foundnow/outbox';
import { auditTables } from '@foundnow/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const POST_COUNT = `
  create table media_ai.post_count (
    category text primary key,
    received bigint not null check (received > 0)
  )`;

export class CreateMediaAi1763625600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(POST_COUNT);
    for (const tables of house()) await runner.query(tables.up);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const tables of house().reverse()) await runner.query(tables.down);
    await runner.query('drop table media_ai.post_count');
  }
}

const house = () => [outboxTables('media_ai'), inboxTables('media_ai'), auditTables('media_ai')];
