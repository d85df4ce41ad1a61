import { POST_OF_NOBODY_ERASED } from '../privacy/not-being-erased.ts';
import { type PostRow, PostRowSchema } from './post.row.ts';

const { words: _, ...kept } = PostRowSchema.options.columns;
const columns = Object.keys(kept) as (keyof PostRow)[];
const placeOf = (column: keyof PostRow) => `$${columns.indexOf(column) + 1}`;

/** What strangers may read is what everybody may search: no address, no numbers, no questions. */
const words = `to_tsvector('simple', ${placeOf('title')}::text || ' ' || ${placeOf('description')}::text || ' ' ||
  array_to_string(${placeOf('tags')}::text[], ' ')) || to_tsvector('simple', ${placeOf('attributes')}::jsonb)`;

const names = `${columns.join(', ')}, words`;
const values = `${columns.map(placeOf).join(', ')}, ${words}`;

/** The table's columns are named once, in its schema; every statement follows it. */
export const POST_COLUMNS = columns.join(', ');
export const INSERT_POST = `insert into posts.post (${names}) values (${values})`;
export const UPDATE_POST = `update posts.post set (${names}) = row(${values}) where id = $1`;
export const SELECT_POST = `select ${POST_COLUMNS} from posts.post`;
export const SELECT_POST_FOR_UPDATE = `${SELECT_POST} where id = $1 and status <> 'deleted'
  and ${POST_OF_NOBODY_ERASED} for update`;

/** The version that is, before the next one takes its place. */
export const KEEP_VERSION = `insert into posts.post_version (post_id, version, org_id, author_id, snapshot)
  select id, version, org_id, author_id, to_jsonb(post) - 'words' from posts.post where id = $1`;

const jsonColumns = new Set(columns.filter((column) => kept[column]?.type === 'jsonb'));

export function valuesOf(row: PostRow): unknown[] {
  return columns.map((column) => {
    const value = row[column];
    return jsonColumns.has(column) && value !== null ? JSON.stringify(value) : value;
  });
}
