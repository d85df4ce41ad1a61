import type { Tx } from '@foundnow/postgres';
import type { Actor } from '../../../domain/actor.ts';
import type { ListPosition, ListQuery } from '../../../use-cases/posts/post-search.port.ts';
import { AUTHOR_NOT_BEING_ERASED } from '../privacy/not-being-erased.ts';
import { exactFor, filtered, Values, visibleTo } from './conditions.ts';
import { POST_COLUMNS } from './post-table.ts';
import type { PostRow } from './post.row.ts';

/**
 * A page looks at no more posts than this, however few of them fit. Words cannot use an index below a row-level policy
 * (their operator is not leakproof), and no index has every combination of filters: so it is time, author or
 * organization that lead through the posts, and the rest is looked up in them.
 */
export const LOOKED_AT = 5000;

export interface ListedRows {
  readonly rows: readonly PostRow[];
  readonly next: ListPosition | null;
}

interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

export async function listedRows(tx: Tx, query: ListQuery, viewer: Actor | null): Promise<ListedRows> {
  const { limit } = query;
  const page = pageOf(query, viewer);
  const rows = await tx.query<PostRow>(page.text, page.values);
  const last = rows[limit - 1];
  if (rows.length > limit && last) return { rows: rows.slice(0, limit), next: positionOf(last) };
  const end = endOfLook(query, viewer);
  const [reached] = await tx.query<PositionRow>(end.text, end.values);
  return { rows, next: reached ? positionOf(reached) : null };
}

type PositionRow = Pick<PostRow, 'id' | 'created_at'>;

function positionOf({ id, created_at: createdAt }: PositionRow): ListPosition {
  return { id, createdAt };
}

function pageOf(query: ListQuery, viewer: Actor | null): Statement {
  const values = new Values();
  const { order, conditions } = pathOf(query, viewer, values);
  const { words } = query;
  const wanted = [
    visibleTo(viewer, values),
    `status = any(${values.put(query.statuses, 'text[]')})`,
    ...filtered({ kind: query.kind, categories: query.categories }, values),
    ...(words?.length ? [`words @@ ${values.put(tsquery(words), 'tsquery')}`] : []),
  ];
  const text = `select ${POST_COLUMNS} from (select ${POST_COLUMNS}, words from posts.post
      where ${conditions} order by ${order} limit ${LOOKED_AT}) as looked
    where ${wanted.join(' and ')} order by ${order} limit ${values.put(query.limit + 1, 'int')}`;
  return { text, values: values.list };
}

/** The last post that a page looks at; none when it comes to the end of all before. */
function endOfLook(query: ListQuery, viewer: Actor | null): Statement {
  const values = new Values();
  const { order, conditions } = pathOf(query, viewer, values);
  const text = `select id, created_at from posts.post where ${conditions}
    order by ${order} offset ${LOOKED_AT - 1} limit 1`;
  return { text, values: values.list };
}

/** What leads through the posts: each of these has an index that is in order. */
function pathOf(query: ListQuery, viewer: Actor | null, values: Values): { order: string; conditions: string } {
  const { authorId, orgId, reference, createdAfter, createdBefore, sort, after } = query;
  const [direction, beyond] = sort === 'newest' ? ['desc', '<'] : ['asc', '>'];
  const conditions = [`status <> 'deleted'`, ...filtered({ createdAfter, createdBefore }, values)];
  if (authorId) {
    const author = `author_id = ${values.put(authorId, 'uuid')}`;
    conditions.push(author, AUTHOR_NOT_BEING_ERASED, exactFor(viewer, values));
  }
  if (orgId) conditions.push(`org_id = ${values.put(orgId, 'uuid')}`);
  if (reference) conditions.push(`reference = ${values.put(reference, 'text')}`);
  if (after) {
    const position = `(${values.put(after.createdAt, 'timestamptz')}, ${values.put(after.id, 'uuid')})`;
    conditions.push(`(created_at, id) ${beyond} ${position}`);
  }
  return { order: `created_at ${direction}, id ${direction}`, conditions: conditions.join(' and ') };
}

/** Each word begins one of the post; they are letters and digits only, so nothing in them ends a quote. */
function tsquery(words: readonly string[]): string {
  return words.map((word) => `'${word}':*`).join(' & ');
}
