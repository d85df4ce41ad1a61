import { type PostRow, PostRowSchema } from './post.row.ts';

const columns = Object.keys(PostRowSchema.options.columns) as (keyof PostRow)[];
const places = columns.map((_, index) => `$${index + 1}`);

/** The table's columns are named once, in its schema; every statement follows it. */
export const INSERT_POST = `insert into posts.post (${columns.join(', ')}) values (${places.join(', ')})`;
export const UPDATE_POST = `update posts.post set (${columns.join(', ')}) = row(${places.join(', ')}) where id = $1`;
export const SELECT_POST = `select ${columns.join(', ')} from posts.post`;
export const SELECT_POST_FOR_UPDATE = `${SELECT_POST} where id = $1 and status <> 'deleted' for update`;

export function valuesOf(row: PostRow): unknown[] {
  return columns.map((column) => row[column]);
}
