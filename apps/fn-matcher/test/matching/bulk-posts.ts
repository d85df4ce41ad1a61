import { withClient } from '@foundnow/postgres';
import { groupOf } from '../../src/domain/blocking/categories.ts';
import type { Derived } from '../../src/domain/post/derive.ts';
import { blockValues, traitsText } from '../../src/outbound/postgres/posts/derived-post.ts';

/** A post that is looked for, as the service would have kept it. */
export interface BulkPost {
  readonly id: string;
  readonly title: string;
  readonly derived: Derived;
}

const BATCH = 5_000;
const POSTS = `insert into matcher.post (post_id, kind, title, category, visibility, status, language, time_zone, intake,
    said_version, status_version, photos_version, revision, traits, traits_version, terms, scored_with)
  select id, kind, title, category, 'public', 'active', 'en', 'Europe/Madrid', 'self', 1, 1, 1, 1, traits, $7, terms::bigint[], $8
  from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
    as given (id, kind, title, category, traits, terms)`;
const BLOCKS = `insert into matcher.post_block (post_id, category, category_group, kind, reach_class, travels, cell5, cell7,
    happened_to, happened_from, lat, lng, reach_meters)
  select * from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::smallint[], $6::boolean[], $7::bigint[],
    $8::bigint[], $9::bigint[], $10::bigint[], $11::float8[], $12::float8[], $13::float8[])`;
const INDEXES = `select indexname as name, indexdef as definition from pg_indexes
  where schemaname = 'matcher' and tablename in ('post', 'post_block') and indexname not in ('post_pkey', 'post_block_pkey')`;

/** Writes as many as there are, as superuser: the indexes once all is there. */
export async function fillPosts(adminUrl: string, posts: Iterable<BulkPost>, scoredWith: string): Promise<void> {
  await withClient(adminUrl, async (client) => {
    const { rows: indexes } = await client.query<{ name: string; definition: string }>(INDEXES);
    for (const { name } of indexes) await client.query(`drop index matcher.${name}`);
    await client.query('set synchronous_commit = off');
    for (const batch of batches(posts)) {
      await client.query({ name: 'posts', text: POSTS, values: postColumns(batch, scoredWith) });
      await client.query({ name: 'blocks', text: BLOCKS, values: blockColumns(batch) });
    }
    for (const { definition } of indexes) await client.query(definition);
    await client.query('vacuum analyze matcher.post');
    await client.query('vacuum analyze matcher.post_block');
  });
}

function* batches(posts: Iterable<BulkPost>): Iterable<BulkPost[]> {
  let batch: BulkPost[] = [];
  for (const post of posts) {
    batch.push(post);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function postColumns(posts: readonly BulkPost[], scoredWith: string): unknown[] {
  return [
    posts.map(({ id }) => id),
    posts.map(({ derived }) => derived.traits.kind),
    posts.map(({ title }) => title),
    posts.map(({ derived }) => derived.traits.categories[0] ?? ''),
    posts.map(({ derived }) => traitsText(derived)),
    posts.map(({ derived }) => `{${derived.terms.join()}}`),
    posts[0]?.derived.traits.traitsVersion ?? 0,
    scoredWith,
  ];
}

function blockColumns(posts: readonly BulkPost[]): unknown[] {
  const rows = posts.flatMap(({ id, derived }) => {
    const [, , ...values] = blockValues(derived.block);
    return derived.block.categories.map((category) => [id, category, groupOf(category), ...values]);
  });
  return (rows[0] ?? []).map((_, column) => rows.map((row) => row[column]));
}
