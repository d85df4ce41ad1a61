import { dataKeyTables, tokenTables } from '@foundnow/crypto';
import { partyTable } from '@foundnow/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Between two people, wherever they belong: the organization of the post is told to others in `post`, and opens nothing. */
const EXCHANGE = `
  create table posts.contact_exchange (
    id uuid primary key,
    version integer not null,
    status text not null check (status in ('pending', 'approved', 'denied', 'cancelled', 'expired', 'revealed')),
    post_id uuid not null,
    post jsonb not null,
    owner_id uuid,
    requester_id uuid,
    opened_by text not null check (opened_by in ('requester', 'claim')),
    match_id uuid,
    claim_id uuid,
    message text check (length(message) <= 2000),
    requested_fields text[] not null,
    approved_fields text[],
    single_use boolean check ((single_use is null) = (approved_fields is null)),
    envelope text,
    token_hash text,
    reveal_count integer not null,
    denial_reason text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    expires_at timestamptz not null,
    check (status = 'approved' or (envelope is null and token_hash is null)),
    check (status in ('pending', 'approved') or message is null)
  );
  create unique index contact_exchange_open on posts.contact_exchange (post_id, requester_id)
    where status in ('pending', 'approved');
  create index contact_exchange_of_owner on posts.contact_exchange (owner_id, created_at, id);
  create index contact_exchange_of_requester on posts.contact_exchange (requester_id, created_at, id);
  create index contact_exchange_due on posts.contact_exchange (expires_at) where status in ('pending', 'approved')`;

const BETWEEN = partyTable('posts', 'contact_exchange', {
  parties: ['owner_id', 'requester_id'],
  workers: { consumer: 'all', 'contact-upkeep': 'all' },
});

/** Whose post it is and how it stands, for somebody who was shown it. */
const SEES_POSTS = `create policy contact_upkeep on posts.post for select
  using (current_setting('app.worker', true) = 'contact-upkeep')`;

export class ExchangeContacts1763720000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(EXCHANGE);
    await runner.query(BETWEEN.up);
    await runner.query(SEES_POSTS);
    await runner.query(dataKeyTables('posts').up);
    await runner.query(tokenTables('posts').up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(tokenTables('posts').down);
    await runner.query(dataKeyTables('posts').down);
    await runner.query('drop policy contact_upkeep on posts.post');
    await runner.query('drop table posts.contact_exchange');
  }
}
