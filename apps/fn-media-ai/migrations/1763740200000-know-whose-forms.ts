import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Of which photo public forms are, also those of earlier readings: what must not be seen goes with all it ever had. */
const OWNER = `
  alter table media_ai.public_folder add column post_id uuid, add column photo_id uuid;
  create index public_folder_of_post on media_ai.public_folder (post_id) where post_id is not null`;
/** Its rows are for workers alone, whoever migrates. */
const AS_READER = `select set_config('app.worker', 'photo-reader', true)`;
const KNOWN = `update media_ai.public_folder as held set post_id = photo.post_id, photo_id = photo.photo_id
  from media_ai.photo as photo where photo.folder = held.folder`;

export class KnowWhoseForms1763740200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const sql of [OWNER, AS_READER, KNOWN]) await runner.query(sql);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table media_ai.public_folder drop column post_id, drop column photo_id');
  }
}
