import { inboxTables, outboxTables } from '@foundnow/outbox';
import { auditTables } from '@foundnow/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const POST_COUNT = `
  create table matcher.post_count (
    kind text primary key,
    received bigint not null check (received > 0)
  )`;

export class CreateMatcher1763625600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(POST_COUNT);
    for (const tables of house()) await runner.query(tables.up);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const tables of house().reverse()) await runner.query(tables.down);
    await runner.query('drop table matcher.post_count');
  }
}

const house = () => [outboxTables('matcher'), inboxTables('matcher'), auditTables('matcher')];
