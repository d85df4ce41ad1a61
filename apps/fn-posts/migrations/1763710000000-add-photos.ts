import { tenantTable } from '@foundnow/postgres';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every photo from before its first byte is stored until its last one is gone, so that whatever stops halfway is found
 * again. `due_at`: when it may be swept.
 */
const PHOTO = `
  create table posts.photo (
    id uuid primary key,
    folder text not null unique,
    state text not null check (state in ('awaited', 'ready', 'attached', 'dropped')),
    owner_id uuid not null,
    org_id uuid,
    post_id uuid,
    photo jsonb,
    created_at timestamptz not null,
    due_at timestamptz,
    check ((state = 'attached') = (due_at is null)),
    check (photo is not null or state in ('awaited', 'dropped'))
  );
  create index photo_by_owner on posts.photo (owner_id) where state in ('awaited', 'ready');
  create index photo_by_post on posts.photo (post_id) where post_id is not null;
  create index photo_due on posts.photo (due_at) where due_at is not null`;

const ACCESS = tenantTable('posts', 'photo', {
  owner: 'owner_id',
  workers: { consumer: 'all', 'post-upkeep': 'all', 'photo-sweeper': 'all' },
});

export class AddPhotos1763710000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table posts.post add column photos jsonb not null default '[]'`);
    await runner.query('alter table posts.post alter column photos drop default');
    await runner.query(PHOTO);
    await runner.query(ACCESS.up);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table posts.photo; alter table posts.post drop column photos');
  }
}
