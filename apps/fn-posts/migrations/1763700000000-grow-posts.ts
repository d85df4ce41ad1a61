import { tenantTable } from '@foundnow/postgres';
import { latLngToCell } from 'h3-js';
import type { MigrationInterface, QueryRunner } from 'typeorm';

const COLUMNS = `
  alter table posts.post
    alter column author_id drop not null,
    add column tags text[] not null default '{}',
    add column cell5 bigint not null default 0,
    add column cell7 bigint not null default 0,
    add column identifiers jsonb not null default '[]',
    add column sealed_identifiers text,
    add column proof_questions text[] not null default '{}',
    add column sealed_proof text,
    add column suggestion jsonb,
    add column due_at timestamptz,
    add column change text not null default 'reported',
    add column changed_by uuid,
    add column change_reason text,
    add column changed_fields text[] not null default '{}',
    add column words tsvector not null default ''`;

/** Of rows that were there before; every later one brings all of it along. */
const NO_DEFAULTS = ['tags', 'cell5', 'cell7', 'identifiers', 'proof_questions', 'change', 'changed_fields', 'words']
  .map((column) => `alter column ${column} drop default`)
  .join(', ');

const FILL = `
  update posts.post set changed_by = author_id, due_at = expires_at - interval '3 days',
    words = to_tsvector('simple', title || ' ' || description) || to_tsvector('simple', attributes)`;

/**
 * Places stand first, kind and time after them: the rest of a cell is filtered within the index. A condition below a
 * row-level policy reaches an index only when its operator is leakproof, as those on numbers, times and texts are.
 */
const INDEXES = `
  create index post_by_cell5 on posts.post (cell5, kind, created_at, category) where status = 'active';
  create index post_by_cell7 on posts.post (cell7, kind, created_at, category) where status = 'active';
  create index post_by_time on posts.post (created_at, id) where status <> 'deleted';
  create index post_by_org on posts.post (org_id, created_at, id) where org_id is not null;
  create index post_due on posts.post (due_at) where status = 'active' and due_at is not null`;

const NO_INDEXES = ['cell5', 'cell7', 'time', 'org'].map((by) => `drop index posts.post_by_${by}`).join('; ');

const VERSION = `
  create table posts.post_version (
    post_id uuid not null,
    version integer not null,
    org_id uuid,
    author_id uuid,
    snapshot jsonb not null,
    primary key (post_id, version)
  );
  create index post_version_by_author on posts.post_version (author_id)`;

const ORGANIZATION = `
  create table posts.organization (
    org_id uuid primary key,
    version bigint not null,
    name text not null,
    status text not null,
    time_zone text not null,
    language text not null,
    settings jsonb not null
  )`;

/** Holds nothing of an organization: who may see the place of which post. */
const CLAIM = `
  create table posts.verified_claim (
    match_id uuid primary key,
    version bigint not null,
    claim_id uuid not null,
    lost_post_id uuid not null,
    lost_author_id uuid,
    found_post_id uuid not null,
    found_author_id uuid,
    claimant_id uuid
  );
  create index verified_claim_of_lost on posts.verified_claim (lost_post_id);
  create index verified_claim_of_found on posts.verified_claim (found_post_id)`;

const OWNED = { owner: 'author_id' } as const;
const BEFORE = tenantTable('posts', 'post', { ...OWNED, visibility: true, workers: { operator: 'select' } });
const POST = tenantTable('posts', 'post', {
  ...OWNED,
  visibility: true,
  workers: { operator: 'select', consumer: 'all', 'post-upkeep': 'all', 'claim-party': 'select' },
});
const HISTORY = tenantTable('posts', 'post_version', { ...OWNED, workers: { consumer: 'all', 'post-upkeep': 'all' } });
const RULES = tenantTable('posts', 'organization', { workers: { consumer: 'all' } });

export class GrowPosts1763700000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(BEFORE.down);
    await runner.query(COLUMNS);
    await runner.query(FILL);
    await fillCells(runner);
    await runner.query(`alter table posts.post ${NO_DEFAULTS}`);
    for (const sql of [POST.up, INDEXES, VERSION, HISTORY.up, ORGANIZATION, RULES.up, CLAIM]) await runner.query(sql);
  }

  /** Refused while there are posts without an author: what was erased has no way back. */
  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['verified_claim', 'organization', 'post_version']) {
      await runner.query(`drop table posts.${table}`);
    }
    await runner.query(`${POST.down}; drop index posts.post_due; ${NO_INDEXES}`);
    const added = [...COLUMNS.matchAll(/add column (\w+)/g)].map(([, name]) => `drop column ${name}`);
    await runner.query(`alter table posts.post ${added.join(', ')}, alter column author_id set not null`);
    await runner.query(BEFORE.up);
  }
}

/** The database knows no H3. */
async function fillCells(runner: QueryRunner, most = 5000): Promise<void> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = (await runner.query(
      'select id, public_lat, public_lng from posts.post where id > $1 order by id limit $2',
      [after, most],
    )) as { id: string; public_lat: number; public_lng: number }[];
    const cells = (resolution: number) =>
      rows.map((row) => BigInt(`0x${latLngToCell(row.public_lat, row.public_lng, resolution)}`).toString());
    await runner.query(
      `update posts.post set cell5 = given.cell5, cell7 = given.cell7
       from unnest($1::uuid[], $2::bigint[], $3::bigint[]) as given(id, cell5, cell7) where post.id = given.id`,
      [rows.map(({ id }) => id), cells(5), cells(7)],
    );
    after = rows.at(-1)?.id ?? after;
    if (rows.length < most) return;
  }
}
