import type { PostRow } from './post.row.ts';
import { PostRowSchema } from './post.row.ts';

const columns = Object.keys(PostRowSchema.options.columns) as (keyof PostRow)[];
const places = columns.map((_, index) => `$${index + 1}`);

/** The table's columns are named once, in its schema; both statements follow it. */
export const INSERT_POST = `insert into posts.post (${columns.join(', ')}) values (${places.join(', ')})`;
export const SELECT_POST = `select ${columns.join(', ')} from posts.post`;

export function valuesOf(row: PostRow): unknown[] {
  return columns.map((column) => row[column]);
}
