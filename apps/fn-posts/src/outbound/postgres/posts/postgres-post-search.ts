import type { Database, Tx } from '@foundnow/postgres';
import type { Actor } from '../../../domain/actor.ts';
import { type HistoryEntry, historyEntryOf } from '../../../domain/post/history.ts';
import { closenessOf, type PostView, viewOf } from '../../../domain/post/post-view.ts';
import type {
  ListQuery,
  NearbyPost,
  NearbyQuery,
  PostCount,
  PostList,
  PostSearch,
} from '../../../use-cases/posts/post-search.port.ts';
import { scopeOf } from '../actor-scope.ts';
import { Values, visibleTo } from './conditions.ts';
import { listedRows } from './listed-posts.ts';
import { nearbyRows } from './nearby-posts.ts';
import { namingNobodyErased, PAST_VERSIONS, type Snapshot, stateOfSnapshot } from './past-versions.ts';
import { toState } from './post-row-mapping.ts';
import { SELECT_LIVE_POST, SELECT_POST } from './post-table.ts';
import type { PostRow } from './post.row.ts';

/** Both sides of a verified claim see both posts. */
const AS_PARTY = `${SELECT_LIVE_POST} and exists (
  select from posts.verified_claim where $2 in (claimant_id, lost_author_id, found_author_id)
    and (lost_post_id = $1 or found_post_id = $1))`;
const COUNT = 'select kind, status, count(*)::int as count from posts.post group by kind, status order by kind, status';

export class PostgresPostSearch implements PostSearch {
  constructor(private readonly database: Database) {}

  async find(id: string, viewer: Actor | null): Promise<PostView | null> {
    const row = await this.read(viewer, (tx) => visibleRow(tx, id, viewer));
    const view = row ? viewFor(row, viewer) : null;
    if (viewer === null || view?.exact) return view;
    return (await this.findAsParty(id, viewer)) ?? view;
  }

  async list(query: ListQuery, viewer: Actor | null): Promise<PostList> {
    const { rows, next } = await this.read(viewer, (tx) => listedRows(tx, query, viewer));
    return { posts: rows.map((row) => viewFor(row, viewer)), next };
  }

  async nearby(query: NearbyQuery, viewer: Actor | null): Promise<readonly NearbyPost[]> {
    const rows = await this.read(viewer, (tx) => nearbyRows(tx, query, viewer));
    return rows.map((row) => ({ post: viewFor(row, viewer), distanceMeters: row.meters }));
  }

  async history(id: string, viewer: Actor, below: number, most: number): Promise<readonly HistoryEntry[]> {
    return this.database.read(scopeOf(viewer), async (tx) => {
      const row = await visibleRow(tx, id, viewer);
      if (!row) return [];
      const current = toState(row);
      const past = await tx.query<{ snapshot: Snapshot }>(PAST_VERSIONS, [id, below, most, viewer.userId]);
      const versions = past.map(({ snapshot }) => stateOfSnapshot(snapshot));
      const closeness = closenessOf(current, viewer);
      const all = current.version < below ? [current, ...versions] : versions;
      const shown = await namingNobodyErased(tx, all.slice(0, most));
      return shown.map((version) => historyEntryOf(version, viewer, closeness));
    });
  }

  async countByKindAndStatus(): Promise<readonly PostCount[]> {
    return this.database.read({ worker: 'operator' }, (tx) => tx.query<PostCount>(COUNT));
  }

  private async findAsParty(id: string, viewer: Actor): Promise<PostView | null> {
    const [row] = await this.database.read({ worker: 'claim-party' }, (tx) =>
      tx.query<PostRow>(AS_PARTY, [id, viewer.userId]),
    );
    return row ? viewOf(toState(row), 'party') : null;
  }

  private async read<T>(viewer: Actor | null, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.database.read({ ...scopeOf(viewer), publicReads: true }, work);
  }
}

async function visibleRow(tx: Tx, id: string, viewer: Actor | null): Promise<PostRow | undefined> {
  const values = new Values();
  const conditions = `id = ${values.put(id, 'uuid')} and ${visibleTo(viewer, values)}`;
  const [row] = await tx.query<PostRow>(`${SELECT_POST} where ${conditions}`, values.list);
  return row;
}

function viewFor(row: PostRow, viewer: Actor | null): PostView {
  const state = toState(row);
  return viewOf(state, closenessOf(state, viewer));
}
