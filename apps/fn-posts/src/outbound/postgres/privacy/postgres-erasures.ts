import { PostgresDataKeyStore } from '@foundnow/crypto';
import type { AuditTrail, Database, Tx } from '@foundnow/postgres';
import type {
  Erasure,
  ErasureOrder,
  ErasureProgress,
  ErasureQuery,
  Erasures,
} from '../../../use-cases/privacy/erasures.port.ts';
import type { PersonalRecords } from '../../../use-cases/privacy/personal-records.port.ts';
import { Values } from '../posts/conditions.ts';
import { type ErasureRow, toErasure } from './erasure.row.ts';

const COLUMNS = 'person_id, source, requested_at, completed_at, counts';
/** Waits for all that she is writing: see the migration. */
const AFTER_HER_WRITES = `select pg_advisory_xact_lock(hashtextextended('posts.erasure:' || $1, 0))`;
const OPEN = `insert into posts.erasure as held (person_id, source, requested_at) values ($1, $2, $3)
  on conflict (person_id) do update set requested_at = least(held.requested_at, excluded.requested_at)
  returning ${COLUMNS}, xmax = 0 as is_new`;
const FIND = `select ${COLUMNS} from posts.erasure where person_id = $1`;
/** Replicas that work at the same person take turns. */
const LOCK = `select 1 from posts.erasure where person_id = $1 and completed_at is null for update`;
const COUNT = `update posts.erasure
  set counts = counts || jsonb_build_object($2::text, coalesce((counts ->> $2)::int, 0) + $3::int) where person_id = $1`;
const COMPLETE = 'update posts.erasure set completed_at = $2 where person_id = $1 returning counts';

const ERASER = { worker: 'eraser' } as const;

export class PostgresErasures implements Erasures {
  constructor(
    private readonly database: Database,
    private readonly records: readonly PersonalRecords[],
    private readonly audit: AuditTrail,
  ) {}

  async open({ personId, source, requestedAt }: ErasureOrder, now: Date): Promise<Erasure> {
    return this.database.transaction(ERASER, async (tx) => {
      await tx.query(AFTER_HER_WRITES, [personId]);
      const [row] = await tx.query<ErasureRow & { is_new: boolean }>(OPEN, [personId, source, requestedAt]);
      if (row === undefined) throw new TypeError('An erasure was noted and is not there');
      await new PostgresDataKeyStore(tx, 'posts').destroy(personId, now);
      const actor = source === 'person' ? personId : 'system';
      if (row.is_new) await this.note(tx, personId, { actor, action: 'person.erasure_requested', details: { source } });
      else if (row.completed_at !== null && (await this.isAnythingLeft(tx, personId))) {
        await tx.query('update posts.erasure set completed_at = null where person_id = $1', [personId]);
        return toErasure({ ...row, completed_at: null });
      }
      return toErasure(row);
    });
  }

  async find(personId: string): Promise<Erasure | null> {
    const [row] = await this.database.read(ERASER, (tx) => tx.query<ErasureRow>(FIND, [personId]));
    return row ? toErasure(row) : null;
  }

  async advance(personId: string, now: Date, most: number): Promise<ErasureProgress> {
    return this.database.transaction(ERASER, async (tx) => {
      if ((await tx.query(LOCK, [personId])).length === 0) return 'complete';
      for (const records of this.records) {
        const forgotten = await records.forget(tx, personId, now, most);
        if (forgotten === 0) continue;
        await tx.query(COUNT, [personId, records.name, forgotten]);
        return 'more';
      }
      if (await this.isAnythingLeft(tx, personId)) return 'waiting';
      const [row] = await tx.query<Pick<ErasureRow, 'counts'>>(COMPLETE, [personId, now]);
      await this.note(tx, personId, { actor: 'system', action: 'person.erased', details: row?.counts ?? {} });
      return 'complete';
    });
  }

  async reopen(since: Date): Promise<number> {
    const text = `update posts.erasure as held set completed_at = null
      where completed_at is not null and requested_at >= $1 and (${this.leftOf('held.person_id')}) returning 1`;
    return this.database.transaction(ERASER, async (tx) => (await tx.query(text, [since])).length);
  }

  async list({ since, onlyOpen, after, limit }: ErasureQuery): Promise<readonly Erasure[]> {
    const values = new Values();
    const conditions = [`requested_at >= ${values.put(since, 'timestamptz')}`];
    if (onlyOpen) conditions.push('completed_at is null');
    if (after) {
      const position = `(${values.put(after.requestedAt, 'timestamptz')}, ${values.put(after.personId, 'uuid')})`;
      conditions.push(`(requested_at, person_id) > ${position}`);
    }
    const text = `select ${COLUMNS} from posts.erasure where ${conditions.join(' and ')}
      order by requested_at, person_id limit ${values.put(limit, 'int')}`;
    const rows = await this.database.read(ERASER, (tx) => tx.query<ErasureRow>(text, values.list));
    return rows.map(toErasure);
  }

  private async isAnythingLeft(tx: Tx, personId: string): Promise<boolean> {
    const [row] = await tx.query<{ left: boolean }>(`select (${this.leftOf('$1::uuid')}) as left`, [personId]);
    return row?.left === true;
  }

  private leftOf(person: string): string {
    return this.records.map((records) => `(${records.left(person)})`).join(' or ');
  }

  private async note(
    tx: Tx,
    personId: string,
    entry: Pick<Parameters<AuditTrail['record']>[1], 'actor' | 'action' | 'details'>,
  ): Promise<void> {
    await this.audit.record(tx, { details: {}, ...entry, subject: `person/${personId}` });
  }
}
