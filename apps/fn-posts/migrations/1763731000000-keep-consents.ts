import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What people said yes and no to, decision by decision. `evidence_id`: the event that told of it, or the contact
 * exchange in which it was made. `version`: of the account, so that what comes late is not taken for the last word.
 */
const LEDGER = `
  create table posts.consent (
    id uuid primary key,
    person_id uuid not null,
    purpose text not null,
    granted boolean not null,
    policy_version text,
    decided_at timestamptz not null,
    source text not null check (source in ('account', 'contact')),
    evidence_id uuid not null,
    version bigint not null,
    fields text[],
    valid_until timestamptz,
    check ((source = 'account') = (policy_version is not null)),
    check (source = 'account' or not granted or valid_until is not null)
  );
  create index consent_of on posts.consent (person_id, decided_at, id);
  create unique index consent_of_account on posts.consent (person_id, purpose, decided_at, granted)
    where source = 'account';
  create unique index consent_of_contact on posts.consent (evidence_id, granted) where source = 'contact';
  create trigger append_only before update or truncate on posts.consent
    for each statement execute function posts.audit_refuse()`;

/**
 * What people had let others see before there was a ledger, and still do: so that its end is not all that is known of it.
 * Since when, the audit says. Row-level security binds the owner of a table, too.
 */
const WHAT_STANDS = `
  alter table posts.contact_exchange no force row level security;
  insert into posts.consent
      (id, person_id, purpose, granted, decided_at, source, evidence_id, version, fields, valid_until)
    select gen_random_uuid(), owner_id, 'contact_exchange', true, coalesce(approved_at, updated_at), 'contact', id,
      version - reveal_count, approved_fields, expires_at
    from posts.contact_exchange left join lateral (select min(at) as approved_at from posts.audit_entries
      where subject = 'contact-exchange/' || contact_exchange.id and action = 'contact.approved') as told on true
    where status = 'approved' and owner_id is not null;
  alter table posts.contact_exchange force row level security`;

/** Of who was erased nothing is noted again, whatever comes late. */
const NOT_OF_ERASED = `
  create function posts.consent_of_nobody_erased() returns trigger language plpgsql as $$ begin
    if posts.is_erased(new.person_id) then return null; end if;
    return new;
  end $$;
  create trigger nobody_erased before insert on posts.consent
    for each row execute function posts.consent_of_nobody_erased()`;

const WORKER = `current_setting('app.worker', true)`;
const PERSON = `nullif(nullif(current_setting('app.user', true), ''), 'anonymous')::uuid`;

/** Whoever ends an exchange ends what its owner had agreed to: the requester too, by seeing what opens once. */
const ACCESS = `
  alter table posts.consent enable row level security, force row level security;
  create policy own on posts.consent for select using (person_id = ${PERSON});
  create policy told on posts.consent for insert with check (source = 'account' and ${WORKER} = 'consumer');
  create policy done on posts.consent for insert with check (source = 'contact' and exists (
    select from posts.contact_exchange where id = evidence_id and owner_id = person_id));
  create policy eraser on posts.consent for select using (${WORKER} = 'eraser');
  create policy erased on posts.consent for delete using (${WORKER} = 'eraser')`;

/** Pages through all versions of what one person wrote, and what she changed of others. */
const EXPORT = `
  drop index posts.post_version_by_author;
  create index post_version_by_author on posts.post_version (author_id, post_id, version);
  create policy personal_export on posts.post for select using (${WORKER} = 'personal-export');
  create policy personal_export on posts.post_version for select using (${WORKER} = 'personal-export')`;

export class KeepConsents1763731000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [LEDGER, NOT_OF_ERASED, WHAT_STANDS, ACCESS, EXPORT]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['post', 'post_version']) {
      await runner.query(`drop policy personal_export on posts.${table}`);
    }
    await runner.query(`drop index posts.post_version_by_author;
      create index post_version_by_author on posts.post_version (author_id)`);
    await runner.query('drop table posts.consent; drop function posts.consent_of_nobody_erased()');
  }
}
