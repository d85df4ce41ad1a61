import { searchedWords } from '../../../domain/post/search-words.ts';
import { POST_OF_NOBODY_ERASED } from '../privacy/not-being-erased.ts';
import { type PostRow, PostRowSchema } from './post.row.ts';

const { words: _, ...kept } = PostRowSchema.options.columns;
const columns = Object.keys(kept) as (keyof PostRow)[];

const names = `${columns.join(', ')}, words`;
const places = columns.map((_name, index) => `$${index + 1}`);
const values = `${places.join(', ')}, array_to_tsvector($${columns.length + 1}::text[])`;

/** The table's columns are named once, in its schema; every statement follows it. */
export const POST_COLUMNS = columns.join(', ');
export const INSERT_POST = `insert into posts.post (${names}) values (${values})`;
export const UPDATE_POST = `update posts.post set (${names}) = row(${values}) where id = $1`;
export const SELECT_POST = `select ${POST_COLUMNS} from posts.post`;
export const SELECT_LIVE_POST = `${SELECT_POST} where id = $1 and status <> 'deleted' and ${POST_OF_NOBODY_ERASED}`;
export const SELECT_POST_FOR_UPDATE = `${SELECT_LIVE_POST} for update`;

/** The version that is, before the next one takes its place. */
export const KEEP_VERSION = `insert into posts.post_version (post_id, version, org_id, author_id, snapshot)
  select id, version, org_id, author_id, to_jsonb(post) - 'words' from posts.post where id = $1`;

const jsonColumns = new Set(columns.filter((column) => kept[column]?.type === 'jsonb'));

export function valuesOf(row: PostRow): unknown[] {
  const values = columns.map((column) => {
    const value = row[column];
    return jsonColumns.has(column) && value !== null ? JSON.stringify(value) : value;
  });
  return [...values, searchedWords(row)];
}
