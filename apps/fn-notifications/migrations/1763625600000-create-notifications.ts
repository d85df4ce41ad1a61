import { inboxTables, outboxTables } from '@foundnow/outbox';
import { auditTables } from '@foundnow/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const REPORTED_POST = `
  create table notifications.reported_post (
    post_id uuid primary key,
    version bigint not null,
    language text not null
  )`;

export class CreateNotifications1763625600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(REPORTED_POST);
    for (const tables of libraryTables()) await runner.query(tables.up);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const tables of libraryTables().reverse()) await runner.query(tables.down);
    await runner.query('drop table notifications.reported_post');
  }
}

const libraryTables = () => [outboxTables('notifications'), inboxTables('notifications'), auditTables('notifications')];
