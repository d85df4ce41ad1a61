import type { MigrationInterface, QueryRunner } from 'typeorm';

const MODERATOR = `current_setting('app.worker', true) = 'moderator'`;
const PUBLIC_POST = `${MODERATOR} and visibility = 'public'`;

/** Who looks after the platform reaches what everybody sees, in every organization, and nothing else. */
const ACCESS = `
  create policy moderator on posts.post using (${PUBLIC_POST}) with check (${PUBLIC_POST});
  create policy moderator on posts.post_version for select
    using (${MODERATOR} and snapshot ->> 'visibility' = 'public');
  create policy moderator_keeps on posts.post_version for insert with check (${MODERATOR});
  create policy moderator on posts.photo using (${MODERATOR}) with check (${MODERATOR})`;

export class LetModeratorsAct1763750000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ACCESS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop policy moderator on posts.photo; drop policy moderator_keeps on posts.post_version;
      drop policy moderator on posts.post_version; drop policy moderator on posts.post`);
  }
}
