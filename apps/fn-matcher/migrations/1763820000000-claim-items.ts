import { idempotencyTables } from '@foundnow/http';
import { partyTable } from '@foundnow/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What somebody answered is in none of the columns, nor which of it was right. Whose match it is stands here once more,
 * for row-level security. One is open per person and item; of an item one is verified, and of what somebody lost.
 */
const CLAIM = `
  create table matcher.claim (
    claim_id uuid primary key,
    version int not null,
    match_id uuid not null references matcher.match on delete cascade,
    lost_post_id uuid not null,
    found_post_id uuid not null,
    claimant_id uuid,
    found_author_id uuid,
    found_org_id uuid,
    status text not null check (status in ('opened', 'verified', 'denied', 'expired', 'returned')),
    proof text not null check (proof in ('proven', 'not_proven', 'under_review')),
    share text check (share in ('common', 'own')),
    decided_by text check (decided_by in ('finder', 'staff')),
    denial_reason text,
    checks_left int not null,
    code_hash text,
    tries_left int check ((tries_left is null) = (code_hash is null)),
    new_codes_left int check ((new_codes_left is null) = (code_hash is null)),
    opened_at timestamptz not null,
    decided_at timestamptz,
    ended_at timestamptz,
    expires_at timestamptz not null,
    check (status = 'verified' or code_hash is null)
  );
  create unique index claim_open on matcher.claim (found_post_id, claimant_id) where status in ('opened', 'verified');
  create unique index claim_verified on matcher.claim (found_post_id) where status = 'verified';
  create unique index claim_verified_lost on matcher.claim (lost_post_id) where status = 'verified';
  create index claim_of_match on matcher.claim (match_id);
  create index claim_answered on matcher.claim (found_post_id, opened_at);
  create index claim_of_claimant on matcher.claim (claimant_id, opened_at) where claimant_id is not null;
  create index claim_of_finder on matcher.claim (found_author_id, opened_at) where found_author_id is not null;
  create index claim_of_desk on matcher.claim (found_org_id, opened_at) where found_org_id is not null;
  create index claim_due on matcher.claim (expires_at) where status in ('opened', 'verified')`;

/** What people said of matches, each time: how good they are, and what a model is trained with. */
const MATCH_ANSWER = `
  create table matcher.match_answer (
    match_id uuid not null references matcher.match on delete cascade,
    match_version bigint not null,
    side text not null check (side in ('lost', 'found')),
    answer text not null check (answer in ('confirmed', 'rejected')),
    reason text,
    note text check (length(note) <= 1000),
    person_id uuid,
    tier text not null,
    probability float8 not null,
    answered_at timestamptz not null,
    primary key (match_id, match_version)
  );
  create index match_answer_of_person on matcher.match_answer (person_id) where person_id is not null`;

const WORKERS = { decider: 'all', keeper: 'all', eraser: 'all' } as const;
const ACCESS = [
  partyTable('matcher', 'claim', {
    parties: ['claimant_id', 'found_author_id'],
    organizations: ['found_org_id'],
    workers: WORKERS,
  }),
  partyTable('matcher', 'match_answer', { parties: ['person_id'], workers: WORKERS }),
];

export class ClaimItems1763820000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CLAIM);
    await runner.query(MATCH_ANSWER);
    for (const { up } of ACCESS) await runner.query(up);
    await runner.query(idempotencyTables('matcher').up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(idempotencyTables('matcher').down);
    await runner.query('drop table matcher.match_answer, matcher.claim');
  }
}
