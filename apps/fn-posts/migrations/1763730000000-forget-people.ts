import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who was erased, for ever: a backup that is restored has everybody in it. `completed_at` is null while something is
 * left; until then no read shows her posts.
 */
const LEDGER = `
  create table posts.erasure (
    person_id uuid primary key,
    source text not null check (source in ('person', 'event', 'operator')),
    requested_at timestamptz not null,
    completed_at timestamptz,
    counts jsonb not null default '{}'
  );
  create index erasure_open on posts.erasure (person_id) where completed_at is null;
  create index erasure_by_time on posts.erasure (requested_at, person_id);
  create trigger never_forgotten before delete or truncate on posts.erasure
    for each statement execute function posts.audit_refuse()`;

/** Whoever writes for a person and whoever erases her wait for each other: no write slips past an erasure. */
const IS_ERASED = `
  create function posts.is_erased(person uuid) returns boolean language plpgsql volatile as $$ begin
    if person is null then return false; end if;
    perform pg_advisory_xact_lock_shared(hashtextextended('posts.erasure:' || person, 0));
    return exists (select from posts.erasure where person_id = person);
  end $$`;

/** In the database, where it costs no round trip, and where no path around it exists. */
const REFUSALS = `
  create function posts.post_by_nobody_erased() returns trigger language plpgsql as $$ begin
    if posts.is_erased(new.changed_by) then
      raise exception 'erased' using errcode = 'check_violation', constraint = 'person_erased';
    end if;
    return new;
  end $$;
  create trigger nobody_erased before insert on posts.post
    for each row execute function posts.post_by_nobody_erased();
  create trigger nobody_erased_changes before update on posts.post
    for each row when (new.version <> old.version and new.changed_by is not null)
    execute function posts.post_by_nobody_erased();
  create function posts.photo_of_nobody_erased() returns trigger language plpgsql as $$ begin
    if posts.is_erased(new.owner_id) then
      raise exception 'erased' using errcode = 'check_violation', constraint = 'person_erased';
    end if;
    return new;
  end $$;
  create trigger nobody_erased before insert on posts.photo
    for each row execute function posts.photo_of_nobody_erased();
  create function posts.contact_with_nobody_erased() returns trigger language plpgsql as $$ declare refused text; begin
    if posts.is_erased(new.requester_id) then refused := 'person_erased';
    elsif posts.is_erased(new.owner_id) then refused := 'owner_erased';
    else return new;
    end if;
    -- Of what an event opens, nothing comes.
    if coalesce(current_setting('app.worker', true), '') <> '' then return null; end if;
    raise exception 'erased' using errcode = 'check_violation', constraint = refused;
  end $$;
  create trigger nobody_erased before insert on posts.contact_exchange
    for each row execute function posts.contact_with_nobody_erased();
  create function posts.claim_without_erased() returns trigger language plpgsql as $$ begin
    if posts.is_erased(new.lost_author_id) then new.lost_author_id := null; end if;
    if posts.is_erased(new.found_author_id) then new.found_author_id := null; end if;
    if posts.is_erased(new.claimant_id) then new.claimant_id := null; end if;
    return new;
  end $$;
  create trigger nobody_erased before insert or update on posts.verified_claim
    for each row execute function posts.claim_without_erased()`;

const GUARDED = ['post', 'photo', 'contact_exchange', 'verified_claim'];
const FUNCTIONS = [
  'post_closed_since()',
  'claim_without_erased()',
  'contact_with_nobody_erased()',
  'photo_of_nobody_erased()',
  'post_by_nobody_erased()',
  'is_erased(uuid)',
];

/**
 * `closed_at`: since when it is no longer active. Null again once nothing of it is left to forget. Row-level security
 * binds the owner of a table, too: without a scope it would fill in no row.
 */
const COLUMNS = `
  alter table posts.post add column closed_at timestamptz;
  alter table posts.post no force row level security;
  update posts.post set closed_at = updated_at where status <> 'active';
  alter table posts.post force row level security;
  alter table posts.photo alter column owner_id drop not null;
  alter table posts.post_version
    add column changed_by uuid generated always as ((snapshot ->> 'changed_by')::uuid) stored`;

/** Replicas of before know no `closed_at`, and may close posts while this is rolled out. What is stripped stays without. */
const CLOSED_SINCE = `
  create function posts.post_closed_since() returns trigger language plpgsql as $$ begin
    new.closed_at := case when new.status = 'active' then null else new.updated_at end;
    return new;
  end $$;
  create trigger closed_since before update on posts.post for each row
    when (new.status <> old.status and new.closed_at is not distinct from old.closed_at and new.title <> '')
    execute function posts.post_closed_since()`;

/**
 * Each names only rows that are not found otherwise, so that usual writes do not touch it. A condition with `coalesce`
 * would not reach its index below a row-level policy: only `case` is known to leak nothing.
 */
const INDEXES = `
  create index post_by_other on posts.post (changed_by)
    where changed_by is not null and changed_by is distinct from author_id;
  create index post_version_by_other on posts.post_version (changed_by)
    where changed_by is not null and changed_by is distinct from author_id;
  create index post_closed on posts.post (
    (case when org_id is null then '00000000-0000-0000-0000-000000000000' else org_id end), closed_at)
    where status in ('resolved', 'expired') and closed_at is not null;
  create index post_deleted on posts.post (closed_at) where status = 'deleted' and closed_at is not null;
  create index photo_of on posts.photo (owner_id);
  create index contact_exchange_ended on posts.contact_exchange (updated_at)
    where status not in ('pending', 'approved');
  create index verified_claim_of_loser on posts.verified_claim (lost_author_id);
  create index verified_claim_of_finder on posts.verified_claim (found_author_id);
  create index verified_claim_of_claimant on posts.verified_claim (claimant_id)`;

const OF_CLAIMS = ['loser', 'finder', 'claimant'].map((side) => `verified_claim_of_${side}`);
const NO_INDEXES = ['contact_exchange_ended', 'photo_of', 'post_deleted', 'post_closed', 'post_by_other', ...OF_CLAIMS];

const ERASER = `current_setting('app.worker', true) = 'eraser'`;
const REACHED = ['post', 'post_version', 'photo', 'contact_exchange'];
const ACCESS = [
  ...REACHED.map((table) => `create policy eraser on posts.${table} using (${ERASER}) with check (${ERASER})`),
  `create policy eraser on posts.organization for select using (${ERASER})`,
].join(';');

export class ForgetPeople1763730000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [LEDGER, IS_ERASED, REFUSALS, COLUMNS, CLOSED_SINCE, INDEXES, ACCESS]) await runner.query(sql);
  }

  /** Refused while there are photos without an owner. Who was erased is no longer known afterwards. */
  async down(runner: QueryRunner): Promise<void> {
    for (const table of [...REACHED, 'organization']) await runner.query(`drop policy eraser on posts.${table}`);
    for (const index of NO_INDEXES) await runner.query(`drop index posts.${index}`);
    await runner.query('alter table posts.post_version drop column changed_by');
    await runner.query('alter table posts.photo alter column owner_id set not null');
    await runner.query(
      `drop trigger nobody_erased_changes on posts.post; drop trigger closed_since on posts.post;
        alter table posts.post drop column closed_at`,
    );
    for (const table of GUARDED) await runner.query(`drop trigger nobody_erased on posts.${table}`);
    for (const name of FUNCTIONS) await runner.query(`drop function posts.${name}`);
    await runner.query('drop table posts.erasure');
  }
}
