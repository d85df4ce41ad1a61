import type { AuditTrail, Database } from '@foundnow/postgres';
import type { Actor } from '../../../domain/actor.ts';
import { type HistoryEntry, historyEntryOf } from '../../../domain/post/history.ts';
import { assertMayModerate } from '../../../domain/post/moderating.ts';
import type { ExpectedVersion } from '../../../use-cases/posts/expected-version.ts';
import type { Moderation } from '../../../use-cases/posts/moderation.port.ts';
import type { Change } from '../../../use-cases/posts/post-store.port.ts';
import { throwRefusedAsErased } from '../privacy/person-erased.ts';
import { PAST_VERSIONS, type Snapshot, stateOfSnapshot } from './past-versions.ts';
import { toState } from './post-row-mapping.ts';
import { SELECT_LIVE_POST, SELECT_POST_FOR_UPDATE } from './post-table.ts';
import type { PostWriter } from './post-writer.ts';
import type { PostRow } from './post.row.ts';

/** Reaches public posts of every organization and their public versions, no others: the policies of this worker say so. */
const MODERATOR = { worker: 'moderator' } as const;

export class PostgresModeration implements Moderation {
  constructor(
    private readonly database: Database,
    private readonly writer: PostWriter,
    private readonly audit: AuditTrail,
  ) {}

  async change(id: string, by: Actor, expected: ExpectedVersion, change: Change): Promise<boolean> {
    const changed = this.database.transaction(MODERATOR, async (tx) => {
      const rows = await tx.query<PostRow>(SELECT_POST_FOR_UPDATE, [id]);
      const posts = await this.writer.change(tx, rows, (post) => {
        assertMayModerate(post.state, by);
        expected.assertCurrent(post.state.version);
        return change(post);
      });
      return posts.length > 0;
    });
    return changed.catch(throwRefusedAsErased);
  }

  async history(id: string, viewer: Actor, below: number, most: number): Promise<readonly HistoryEntry[]> {
    return this.database.transaction(MODERATOR, async (tx) => {
      const [row] = await tx.query<PostRow>(SELECT_LIVE_POST, [id]);
      if (!row) return [];
      const current = toState(row);
      assertMayModerate(current, viewer);
      const past = await tx.query<{ snapshot: Snapshot }>(PAST_VERSIONS, [id, below, most, viewer.userId]);
      const subject = `post/${id}`;
      await this.audit.record(tx, { actor: viewer.userId, action: 'post.history_read', subject });
      const versions = past.map(({ snapshot }) => stateOfSnapshot(snapshot));
      const all = current.version < below ? [current, ...versions] : versions;
      return all.slice(0, most).map((version) => historyEntryOf(version, viewer, 'stranger'));
    });
  }
}
