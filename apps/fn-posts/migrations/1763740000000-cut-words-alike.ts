import type { MigrationInterface, QueryRunner } from 'typeorm';
import { searchedWords } from '../src/domain/post/search-words.ts';

type Row = { readonly id: string } & Parameters<typeof searchedWords>[0];

const NEXT = 'select id, title, description, tags, attributes from posts.post where id > $1 order by id limit $2';

const AS_POSTGRESQL_CUTS = `update posts.post set
  words = to_tsvector('simple', title || ' ' || description || ' ' || array_to_string(tags, ' ')) ||
    to_tsvector('simple', attributes)`;

/** Posts are found by the words that a search is made of; PostgreSQL cuts "10.2" and "keys/wallet" in another way. */
export class CutWordsAlike1763740000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await ofEverybody(runner, () => cutAnew(runner));
  }

  async down(runner: QueryRunner): Promise<void> {
    await ofEverybody(runner, () => runner.query(AS_POSTGRESQL_CUTS));
  }
}

async function cutAnew(runner: QueryRunner, most = 1000): Promise<void> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = (await runner.query(NEXT, [after, most])) as Row[];
    await runner.query(
      `update posts.post set words = array_to_tsvector(array(select jsonb_array_elements_text(given.words)))
         from unnest($1::uuid[], $2::jsonb[]) as given(id, words) where post.id = given.id`,
      [rows.map(({ id }) => id), rows.map((row) => JSON.stringify(searchedWords(row)))],
    );
    after = rows.at(-1)?.id ?? after;
    if (rows.length < most) return;
  }
}

/** Row-level security binds the owner of a table, too: without a scope it would see no row. */
async function ofEverybody(runner: QueryRunner, work: () => Promise<unknown>): Promise<void> {
  await runner.query('alter table posts.post no force row level security');
  await work();
  await runner.query('alter table posts.post force row level security');
}
