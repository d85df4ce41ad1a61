import type { Inbox } from '@foundnow/outbox';
import type { Database } from '@foundnow/postgres';
import type { Change } from '../../../use-cases/posts/post-store.port.ts';
import type { Delivery, PostUpkeep } from '../../../use-cases/posts/post-upkeep.port.ts';
import { POST_OF_NOBODY_ERASED } from '../privacy/not-being-erased.ts';
import { SELECT_POST } from './post-table.ts';
import type { PostWriter } from './post-writer.ts';
import type { PostRow } from './post.row.ts';

/** In the order of their ids, so that two who want the same posts do not wait for each other. */
export const LOCK_POSTS = `${SELECT_POST} where id = any($1::uuid[]) and status <> 'deleted'
  and ${POST_OF_NOBODY_ERASED} order by id for update`;
/** What another replica works at is passed over: it will be done when it comes round again. */
const LOCK_DUE = `${SELECT_POST} where status = 'active' and due_at <= $1
  and ${POST_OF_NOBODY_ERASED} order by due_at limit $2
  for update skip locked`;
const LOCK_NEXT = `${SELECT_POST} where id > coalesce($1::uuid, '00000000-0000-0000-0000-000000000000')
  and status = 'active' and ${POST_OF_NOBODY_ERASED} order by id limit $2 for update`;

const UPKEEP = { worker: 'post-upkeep' } as const;

export class PostgresPostUpkeep implements PostUpkeep {
  constructor(
    private readonly database: Database,
    private readonly inbox: Inbox,
    private readonly writer: PostWriter,
  ) {}

  async react(delivery: Delivery, ids: readonly string[], change: Change): Promise<void> {
    await this.inbox.run(delivery, { worker: 'consumer' }, async (tx) => {
      await this.writer.change(tx, await tx.query<PostRow>(LOCK_POSTS, [ids]), change);
    });
  }

  async changeDue(now: Date, most: number, change: Change): Promise<number> {
    return this.database.transaction(UPKEEP, async (tx) => {
      const rows = await tx.query<PostRow>(LOCK_DUE, [now, most]);
      await this.writer.change(tx, rows, change);
      return rows.length;
    });
  }

  async changeAfter(after: string | null, most: number, change: Change): Promise<readonly string[]> {
    return this.database.transaction(UPKEEP, async (tx) => {
      const rows = await tx.query<PostRow>(LOCK_NEXT, [after, most]);
      await this.writer.change(tx, rows, change);
      return rows.map(({ id }) => id);
    });
  }
}
