import { partyTable, tenantTable } from '@foundnow/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a search goes by, beside where and when. */
const MEASURED = 'post_id, category, happened_from, lat, lng, reach_meters';

/**
 * A post as the matcher knows it. What is said of it, its photos, its state and its analysis come with versions of their
 * own, so that their order does not matter. `revision` rises with everything that a score is made of. A deleted post
 * stays as its id, so that an event from before does not bring it back.
 */
const POST = `
  create table matcher.post (
    post_id uuid primary key,
    org_id uuid,
    author_id uuid,
    visibility text not null default 'private',
    kind text check (kind in ('lost', 'found')),
    status text not null default 'unknown' check (status in ('unknown', 'active', 'resolved', 'expired', 'deleted')),
    title text not null default '',
    category text not null default '',
    language text not null default '',
    time_zone text not null default '',
    intake text not null default '',
    reference text,
    said json,
    said_version bigint not null default -1,
    status_version bigint not null default -1,
    photos json not null default '[]',
    photos_version bigint not null default -1,
    public_photo_key text,
    analysis json,
    analysis_version bigint not null default -1,
    analysis_photos_version bigint not null default -1,
    vectors real[],
    vector_models jsonb not null default '[]',
    sealed_proof text,
    sealed_hints text,
    gone_reason text check (gone_reason in ('post_deleted', 'person_erased')),
    revision bigint not null default 0,
    traits text,
    traits_version int,
    terms bigint[],
    scored_with text
  );
  create index post_of_author on matcher.post (author_id) where author_id is not null;
  create index post_scored_with on matcher.post (scored_with) where traits is not null`;

/** Where active posts are looked for, once for each thing that they may be. Only what an index needs to answer alone. */
const POST_BLOCK = `
  create table matcher.post_block (
    post_id uuid not null references matcher.post on delete cascade,
    category text not null,
    category_group text not null,
    kind text not null,
    reach_class smallint not null,
    travels boolean not null,
    cell5 bigint not null,
    cell7 bigint not null,
    happened_to bigint not null,
    happened_from bigint not null,
    lat float8 not null,
    lng float8 not null,
    reach_meters float8 not null,
    primary key (post_id, category)
  );
  create index post_block_fine on matcher.post_block
    (kind, reach_class, category_group, cell7, happened_to) include (${MEASURED});
  create index post_block_coarse on matcher.post_block
    (kind, category_group, cell5, happened_to) include (reach_class, ${MEASURED});
  create index post_block_travelling on matcher.post_block
    (kind, category_group, cell5, happened_to) include (${MEASURED}) where travels`;

/**
 * How much speaks for a pair of active posts by itself, also where it is too little for a match: each takes from the
 * others. `reasons`: where it might be enough.
 */
const PAIR = `
  create table matcher.pair (
    lost_post_id uuid not null references matcher.post,
    found_post_id uuid not null references matcher.post,
    weight float8 not null,
    distance_meters int,
    reasons json,
    primary key (lost_post_id, found_post_id)
  );
  create index pair_of_found on matcher.pair (found_post_id)`;

/** A post to be scored against the others, or only to be weighed against those that it was. `next_at`: when it may be taken, which for one that was is its lease's end. */
const SCORING_JOB = `
  create table matcher.scoring_job (
    post_id uuid primary key references matcher.post on delete cascade,
    cause text not null,
    scope text not null default 'score' check (scope in ('score', 'balance')),
    urgency smallint not null,
    revision bigint not null default 1,
    attempts int not null default 0,
    next_at timestamptz not null,
    queued_at timestamptz not null,
    lease uuid,
    set_aside_at timestamptz
  );
  create index scoring_job_due on matcher.scoring_job (urgency, next_at) where set_aside_at is null`;

/** How many active posts have a term: by its hash, as of the last time that they were counted; in parts, to be read quickly. */
const TERM_FREQUENCY = `
  create table matcher.term_frequency (part int primary key, terms bigint[] not null, counts int[] not null);
  create table matcher.term_count (
    one boolean primary key default true check (one),
    version bigint not null,
    posts int not null,
    counted_at timestamptz not null,
    took_ms int not null
  )`;

/** One row per pair, for ever. Whose posts they are stands here once more, for row-level security. */
const MATCH = `
  create table matcher.match (
    match_id uuid primary key,
    version bigint not null,
    lost_post_id uuid not null references matcher.post,
    found_post_id uuid not null references matcher.post,
    lost_author_id uuid,
    lost_org_id uuid,
    found_author_id uuid,
    found_org_id uuid,
    status text not null check (status in ('pending', 'confirmed', 'rejected', 'expired', 'returned')),
    lost_decision text not null check (lost_decision in ('pending', 'confirmed', 'rejected')),
    found_decision text not null check (found_decision in ('pending', 'confirmed', 'rejected')),
    confirmed_by text check (confirmed_by in ('parties', 'staff')),
    probability float8 not null,
    tier text not null check (tier in ('review', 'show', 'notify')),
    weight float8 not null,
    model_version text not null,
    reasons jsonb not null,
    distance_meters int,
    end_reason text,
    ended_with jsonb,
    found_at timestamptz not null,
    confirmed_at timestamptz,
    ended_at timestamptz,
    expires_at timestamptz not null,
    unique (lost_post_id, found_post_id)
  );
  create index match_of_found on matcher.match (found_post_id);
  create index match_due on matcher.match (expires_at) where status in ('pending', 'confirmed');
  create index match_ended on matcher.match (ended_at) where ended_at is not null;
  create index match_lost_author on matcher.match (lost_author_id, found_at) where lost_author_id is not null;
  create index match_found_author on matcher.match (found_author_id, found_at) where found_author_id is not null;
  create index match_lost_org on matcher.match (lost_org_id, found_at) where lost_org_id is not null;
  create index match_found_org on matcher.match (found_org_id, found_at) where found_org_id is not null`;

/** Who was erased, for ever: events from before, and backups, have everybody in them. */
const ERASURE = `
  create table matcher.erasure (person_id uuid primary key, requested_at timestamptz not null);
  create trigger never_forgotten before delete or truncate on matcher.erasure
    for each statement execute function matcher.audit_refuse();
  create function matcher.is_erased(person uuid) returns boolean language plpgsql volatile as $$ begin
    if person is null then return false; end if;
    perform pg_advisory_xact_lock_shared(hashtextextended('matcher.erasure:' || person, 0));
    return exists (select from matcher.erasure where person_id = person);
  end $$`;

/** `decider`: acts for people, once a use case has asked who may. */
const WORKERS = { consumer: 'all', scorer: 'all', decider: 'all', keeper: 'all', eraser: 'all' } as const;
const ACCESS = [
  tenantTable('matcher', 'post', { owner: 'author_id', visibility: true, workers: WORKERS }),
  partyTable('matcher', 'match', {
    parties: ['lost_author_id', 'found_author_id'],
    organizations: ['lost_org_id', 'found_org_id'],
    workers: WORKERS,
  }),
];

export class MatchPosts1763800000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [POST, POST_BLOCK, PAIR, SCORING_JOB, TERM_FREQUENCY, MATCH, ERASURE]) await runner.query(sql);
    for (const { up } of ACCESS) await runner.query(up);
    await runner.query('drop table matcher.reported_post');
  }

  /** What was matched is matched again by snapshots; what people answered, and who was erased, is no longer known. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`create table matcher.reported_post (
      post_id uuid primary key, version bigint not null, kind text not null)`);
    await runner.query('drop table matcher.match, matcher.pair, matcher.scoring_job, matcher.post_block, matcher.post');
    await runner.query('drop table matcher.term_frequency, matcher.term_count');
    await runner.query('drop function matcher.is_erased(uuid)');
    await runner.query('drop table matcher.erasure');
  }
}
