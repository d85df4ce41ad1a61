import type { Database, TenantScope } from '@foundnow/postgres';

/** How one kind of record is read, page by page, in the order of its position. */
export interface Listing<Row, Item> {
  /** `$1` is the person, `$2` how many, and from `$3` on what comes after this position. */
  readonly text: string;
  /** Before every other position. */
  readonly start: readonly unknown[];
  readonly positionOf: (row: Row) => readonly unknown[];
  readonly toItem: (row: Row) => Item;
  /** Who may read them all; the person herself when nobody is named. */
  readonly worker?: string;
}

/** Asked again with each page: of who is erased meanwhile nothing more is shown. */
export const NOT_ERASED = 'not exists (select from posts.erasure where person_id = $1::uuid)';

export const FIRST_ID = '00000000-0000-0000-0000-000000000000';

const AT_ONCE = 100;

export async function* pagesOf<Row, Item>(
  database: Database,
  { text, start, positionOf, toItem, worker }: Listing<Row, Item>,
  person: string,
): AsyncGenerator<readonly Item[]> {
  const scope: TenantScope = worker === undefined ? { person } : { worker };
  for (let position = start; ;) {
    const rows = await database.read(scope, (tx) => tx.query<Row>(text, [person, AT_ONCE, ...position]));
    yield rows.map(toItem);
    const last = rows.at(-1);
    if (last === undefined || rows.length < AT_ONCE) return;
    position = positionOf(last);
  }
}
