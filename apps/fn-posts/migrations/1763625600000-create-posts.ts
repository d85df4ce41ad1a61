import { auditTables, tenantTable } from '@foundnow/postgres';
import { idempotencyTables } from '@foundnow/http';
import { inboxTables, outboxTables } from '@foundnow/outbox';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const POST = `
  create table posts.post (
    id uuid primary key,
    version integer not null,
    kind text not null check (kind in ('lost', 'found')),
    status text not null check (status in ('active', 'resolved', 'expired', 'deleted')),
    title text not null,
    description text not null,
    category text not null,
    attributes jsonb not null,
    lat double precision not null check (lat between -90 and 90),
    lng double precision not null check (lng between -180 and 180),
    accuracy_meters double precision,
    address text,
    public_lat double precision not null,
    public_lng double precision not null,
    radius_meters integer not null,
    occurred_from timestamptz not null,
    occurred_to timestamptz not null check (occurred_from <= occurred_to),
    time_zone text not null,
    visibility text not null check (visibility in ('public', 'organization', 'private')),
    language text not null,
    reward_amount_minor bigint,
    reward_currency text check ((reward_currency is null) = (reward_amount_minor is null)),
    reference text unique,
    author_id uuid not null,
    org_id uuid,
    intake text not null check (intake in ('self', 'desk')),
    photos_version integer not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    expires_at timestamptz
  );
  create index post_by_author on posts.post (author_id, created_at desc);`;

const ACCESS = { owner: 'author_id', visibility: true, workers: { operator: 'select' } } as const;

export class CreatePosts1763625600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(POST);
    await runner.query(tenantTable('posts', 'post', ACCESS).up);
    for (const tables of libraryTables()) await runner.query(tables.up);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const tables of libraryTables().reverse()) await runner.query(tables.down);
    await runner.query('drop table posts.post');
  }
}

const libraryTables = () => [
  outboxTables('posts'),
  inboxTables('posts'),
  idempotencyTables('posts'),
  auditTables('posts'),
];
