import type { Database } from '@foundnow/postgres';
import type { PostState } from '../../domain/post-state.ts';
import { type Caller, scopeOf } from '../../use-cases/caller.ts';
import type { PostSearch } from '../../use-cases/post-search.port.ts';
import { toState } from './post-row-mapping.ts';
import { SELECT_POST } from './post-table.ts';
import type { PostRow } from './post.row.ts';

/** Row-level security keeps organizations apart; this says what visibility means within them. */
const FIND = `${SELECT_POST} where id = $1 and status <> 'deleted'
  and (visibility = 'public' or author_id = $2 or (visibility = 'organization' and org_id = $3))`;

export class PostgresPostSearch implements PostSearch {
  constructor(private readonly database: Database) {}

  async find(id: string, caller: Caller | null): Promise<PostState | null> {
    const [row] = await this.database.read({ ...scopeOf(caller), publicReads: true }, (tx) =>
      tx.query<PostRow>(FIND, [id, caller?.userId ?? null, caller?.orgId ?? null]),
    );
    return row ? toState(row) : null;
  }
}
