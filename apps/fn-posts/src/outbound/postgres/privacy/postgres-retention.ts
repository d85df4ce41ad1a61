import type { AuditTrail, Database, Tx } from '@foundnow/postgres';
import type { Retention, RetentionPeriods } from '../../../use-cases/privacy/retention.port.ts';
import { SELECT_POST } from '../posts/post-table.ts';
import type { PostWriter } from '../posts/post-writer.ts';
import type { PostRow } from '../posts/post.row.ts';
import { forgetWhatWas } from './stripped-posts.ts';

/** The words of the index. */
const HOUSE = `(case when org_id is null then '00000000-0000-0000-0000-000000000000' else org_id end)`;
const IS_CLOSED = `status in ('resolved', 'expired') and closed_at is not null`;
const IS_DELETED = `status = 'deleted' and closed_at is not null`;
/**
 * From one organization to the next within the index, and in each from what was closed first. 0 days: never. More days
 * than lead back to a time that can be told are nearly so.
 */
export const DUE_CLOSED = `with recursive house as (
    (select ${HOUSE} as id from posts.post where ${IS_CLOSED} order by ${HOUSE} limit 1)
    union all
    select (select ${HOUSE} from posts.post where ${IS_CLOSED} and ${HOUSE} > house.id order by ${HOUSE} limit 1)
    from house where house.id is not null
  ), decided as (
    select house.id, coalesce((settings ->> 'retentionDays')::int, $2::int) as days
    from house left join posts.organization on org_id = house.id where house.id is not null
  ), kept as materialized (
    select id, $1::timestamptz - make_interval(days => least(days, 100000)) as until from decided where days > 0
  )
  select due.id from kept, lateral (select id from posts.post
    where ${IS_CLOSED} and ${HOUSE} = kept.id and closed_at <= kept.until order by closed_at limit $3) as due
  limit $3`;
export const DUE_DELETED = `select id from posts.post where ${IS_DELETED}
  and closed_at <= $1::timestamptz - make_interval(days => $2::int) order by closed_at limit $3`;
/** What another replica works at is passed over: it will be done when it comes round again. */
const LOCK = `${SELECT_POST} where id = any($1::uuid[]) and status <> 'active' and closed_at is not null
  order by id for update skip locked`;
const REMOVE_CONTACTS = `delete from posts.contact_exchange where id = any(array(
    select id from posts.contact_exchange where status not in ('pending', 'approved')
      and updated_at <= $1::timestamptz - make_interval(days => $2::int)
    order by updated_at limit $3 for update skip locked))
  returning 1`;

const ERASER = { worker: 'eraser' } as const;

export class PostgresRetention implements Retention {
  constructor(
    private readonly database: Database,
    private readonly writer: PostWriter,
    private readonly audit: AuditTrail,
  ) {}

  async stripClosed(now: Date, { closedDays }: RetentionPeriods, most: number): Promise<number> {
    return this.strip(DUE_CLOSED, [now, closedDays, most], now);
  }

  async stripDeleted(now: Date, { deletedDays }: RetentionPeriods, most: number): Promise<number> {
    return this.strip(DUE_DELETED, [now, deletedDays, most], now);
  }

  async removeContacts(now: Date, { contactDays }: RetentionPeriods, most: number): Promise<number> {
    return this.database.transaction(ERASER, async (tx) => {
      const removed = await tx.query(REMOVE_CONTACTS, [now, contactDays, most]);
      await this.note(tx, 'contact-exchanges', removed.length);
      return removed.length;
    });
  }

  private async strip(due: string, values: readonly unknown[], now: Date): Promise<number> {
    return this.database.transaction(ERASER, async (tx) => {
      const wanted = await tx.query<{ id: string }>(due, values);
      const rows = await tx.query<PostRow>(LOCK, [wanted.map(({ id }) => id)]);
      await this.writer.change(tx, rows, (post) => post.strip('retention', now));
      const ids = rows.map(({ id }) => id);
      forgetWhatWas(tx, ids);
      await this.note(tx, 'posts', ids.length);
      return ids.length;
    });
  }

  private async note(tx: Tx, what: string, count: number): Promise<void> {
    if (count === 0) return;
    const entry = { actor: 'system', action: 'retention.applied', subject: `retention/${what}`, details: { count } };
    await this.audit.record(tx, entry);
  }
}
