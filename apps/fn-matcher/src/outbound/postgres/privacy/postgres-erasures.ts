import type { AuditTrail, Database } from '@foundnow/postgres';
import type { Erasures } from '../../../use-cases/privacy/erasures.port.ts';
import type { PersonalRecords } from '../../../use-cases/privacy/personal-records.port.ts';

/** Waits for all that is being written of her: see the migration. */
const AFTER_WRITES = `select pg_advisory_xact_lock(hashtextextended('matcher.erasure:' || $1, 0))`;
const OPEN = `insert into matcher.erasure (person_id, requested_at) values ($1, $2)
  on conflict do nothing returning 1`;

const ERASER = { worker: 'eraser' } as const;

export class PostgresErasures implements Erasures {
  readonly #unfinished: string;

  constructor(
    private readonly database: Database,
    /** In the order in which they are forgotten. */
    private readonly records: readonly PersonalRecords[],
    private readonly audit: AuditTrail,
  ) {
    const left = records.map((each) => `(${each.left('held.person_id')})`).join(' or ');
    this.#unfinished = `select person_id from matcher.erasure as held where ${left} limit $1`;
  }

  async open(personId: string, now: Date): Promise<void> {
    await this.database.transaction(ERASER, async (tx) => {
      await tx.query(AFTER_WRITES, [personId]);
      if ((await tx.query(OPEN, [personId, now])).length === 0) return;
      await this.audit.record(tx, { actor: 'system', action: 'person.erased', subject: `person/${personId}` });
    });
  }

  async advance(personId: string, now: Date, most: number): Promise<number> {
    return this.database.transaction(ERASER, async (tx) => {
      for (const records of this.records) {
        const forgotten = await records.forget(tx, personId, now, most);
        if (forgotten > 0) return forgotten;
      }
      return 0;
    });
  }

  async unfinished(most: number): Promise<readonly string[]> {
    const rows = await this.database.read(ERASER, (tx) => tx.query<{ person_id: string }>(this.#unfinished, [most]));
    return rows.map((row) => row.person_id);
  }
}
