import { tenantTable } from '@foundnow/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A post as far as reading its photos needs it. `revision` rises with everything that an analysis is made of; `due_at`:
 * since when all photos are read and nobody has been told. A deleted post stays as its id and version, so that an event
 * from before does not bring it back.
 */
const POST = `
  create table media_ai.post (
    post_id uuid primary key,
    org_id uuid,
    author_id uuid,
    visibility text not null,
    kind text not null check (kind in ('lost', 'found')),
    category text not null,
    language text not null,
    time_zone text not null,
    title text not null,
    description text,
    version bigint not null,
    photos_version bigint not null,
    photo_ids uuid[] not null,
    revision bigint not null default 0,
    analysis_version bigint not null default 0,
    ruling text check (ruling in ('approve', 'reject')),
    due_at timestamptz,
    deleted_at timestamptz
  );
  create index post_due on media_ai.post (due_at) where due_at is not null;
  create index post_of_author on media_ai.post (author_id) where author_id is not null`;

/**
 * A photo, and the work that it is. While it waits, `next_at` is when it may be taken, which for one that was taken is
 * the end of its lease. `reading` holds nothing that leads to a person: that is in `sealed_hints`, which only fn-matcher
 * opens.
 */
const PHOTO = `
  create table media_ai.photo (
    post_id uuid not null references media_ai.post on delete cascade,
    photo_id uuid not null,
    org_id uuid,
    author_id uuid,
    object_key text not null,
    sha256 text not null,
    state text not null check (state in ('waiting', 'read', 'failed')),
    attempts int not null default 0,
    next_at timestamptz not null,
    lease uuid,
    queued_at timestamptz not null,
    folder text,
    forms jsonb not null default '[]',
    reading jsonb,
    sealed_hints text,
    sight jsonb,
    failure jsonb,
    done_at timestamptz,
    primary key (post_id, photo_id),
    check (state <> 'read' or (reading is not null and folder is not null)),
    check (state <> 'failed' or failure is not null)
  );
  create index photo_waiting on media_ai.photo (next_at) where state = 'waiting';
  create index photo_by_id on media_ai.photo (photo_id);
  create index photo_by_sha256 on media_ai.photo (sha256);
  create index photo_of_author on media_ai.photo (author_id) where author_id is not null`;

/** Where public forms lie, from before the first is stored until the last is gone. `due_at`: when it may be swept. */
const FOLDER = `
  create table media_ai.public_folder (folder text primary key, due_at timestamptz);
  create index public_folder_due on media_ai.public_folder (due_at) where due_at is not null`;

/** Every analysis of a post; the newest is current. `decision` is for those that somebody had to look at. */
const ANALYSIS = `
  create table media_ai.analysis (
    analysis_id uuid primary key,
    post_id uuid not null references media_ai.post on delete cascade,
    org_id uuid,
    author_id uuid,
    version bigint not null,
    supersedes uuid,
    is_current boolean not null,
    post_version bigint not null,
    photos_version bigint not null,
    level text not null check (level in ('none', 'review', 'suggest', 'auto')),
    confidence double precision not null,
    degraded boolean not null,
    pipeline_version text not null,
    result jsonb not null,
    created_at timestamptz not null,
    decision text check (decision in ('approve', 'reject')),
    decided_by uuid,
    decided_at timestamptz,
    unique (post_id, version)
  );
  create unique index analysis_current on media_ai.analysis (post_id) where is_current;
  create index analysis_for_review on media_ai.analysis (created_at, analysis_id)
    where is_current and level = 'review' and decision is null;
  create index analysis_of_author on media_ai.analysis (author_id) where author_id is not null;
  create index analysis_decided_by on media_ai.analysis (decided_by) where decided_by is not null`;

const VISION = `
  create table media_ai.vision_spend (
    day date not null,
    provider text not null,
    micros bigint not null,
    primary key (day, provider)
  );
  create table media_ai.vision_answer (
    photo_sha256 text not null,
    question_sha256 text not null,
    provider text not null,
    model text not null,
    prompt_version text not null,
    finding jsonb not null,
    until timestamptz not null,
    primary key (photo_sha256, question_sha256, provider, model, prompt_version)
  );
  create index vision_answer_until on media_ai.vision_answer (until)`;

/** Who was erased, for ever: events from before, and backups, have everybody in them. */
const ERASURE = `
  create table media_ai.erasure (person_id uuid primary key, requested_at timestamptz not null);
  create trigger never_forgotten before delete or truncate on media_ai.erasure
    for each statement execute function media_ai.audit_refuse();
  create function media_ai.is_erased(person uuid) returns boolean language plpgsql volatile as $$ begin
    if person is null then return false; end if;
    perform pg_advisory_xact_lock_shared(hashtextextended('media_ai.erasure:' || person, 0));
    return exists (select from media_ai.erasure where person_id = person);
  end $$`;

const WORKERS = { consumer: 'all', 'photo-reader': 'all', analyst: 'all', eraser: 'all' } as const;
const ACCESS = ['post', 'photo', 'analysis'].map((table) =>
  tenantTable('media_ai', table, { owner: 'author_id', workers: WORKERS }),
);

export class ReadPhotos1763740100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [POST, PHOTO, FOLDER, ANALYSIS, VISION, ERASURE]) await runner.query(sql);
    for (const { up } of ACCESS) await runner.query(up);
    await runner.query('drop table media_ai.reported_post');
  }

  /** What was read is read again by a replay; who was erased is no longer known. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`create table media_ai.reported_post (
      post_id uuid primary key, version bigint not null, category text not null)`);
    await runner.query('drop table media_ai.analysis, media_ai.photo, media_ai.post');
    await runner.query('drop function media_ai.is_erased(uuid)');
    const own = ['erasure', 'vision_answer', 'vision_spend', 'public_folder'];
    await runner.query(`drop table ${own.map((table) => `media_ai.${table}`).join(', ')}`);
  }
}
