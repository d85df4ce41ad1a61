import type { Database } from '@foundnow/postgres';
import type { Actor } from '../../../domain/actor.ts';
import { type PostView, viewOf } from '../../../domain/post/post-view.ts';
import type { PostCount, PostSearch } from '../../../use-cases/posts/post-search.port.ts';
import { scopeOf } from '../actor-scope.ts';
import { toState } from './post-row-mapping.ts';
import { SELECT_POST } from './post-table.ts';
import type { PostRow } from './post.row.ts';
import { VISIBLE, visibleTo } from './visible-posts.ts';

const FIND = `${SELECT_POST} where id = $3 and ${VISIBLE}`;
const COUNT = 'select kind, status, count(*)::int as count from posts.post group by kind, status order by kind, status';

export class PostgresPostSearch implements PostSearch {
  constructor(private readonly database: Database) {}

  async find(id: string, viewer: Actor | null): Promise<PostView | null> {
    const [row] = await this.database.read({ ...scopeOf(viewer), publicReads: true }, (tx) =>
      tx.query<PostRow>(FIND, [...visibleTo(viewer), id]),
    );
    return row ? viewOf(toState(row), viewer) : null;
  }

  async countByKindAndStatus(): Promise<readonly PostCount[]> {
    return this.database.read({ worker: 'operator' }, (tx) => tx.query<PostCount>(COUNT));
  }
}
