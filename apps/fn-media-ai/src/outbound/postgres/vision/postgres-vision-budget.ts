import type { Database, Tx } from '@foundnow/postgres';
import type { Reservation, VisionBudget } from '../../../use-cases/vision-budget.port.ts';

/** Of all replicas and providers one at a time, for as long as this takes. */
const IN_TURN = `select pg_advisory_xact_lock(hashtextextended('media_ai.vision_spend:' || $1, 0))`;
const TOTAL = 'select coalesce(sum(micros), 0)::float8 as total from media_ai.vision_spend where day = $1::date';
const ADD = `insert into media_ai.vision_spend as held (day, provider, micros) values ($1::date, $2, $3)
  on conflict (day, provider) do update set micros = greatest(0, held.micros + excluded.micros)`;
const SPENT = 'select provider, micros::float8 as micros from media_ai.vision_spend where day = $1::date';

const READER = { worker: 'photo-reader' } as const;

export class PostgresVisionBudget implements VisionBudget {
  constructor(private readonly database: Database) {}

  async reserve(reservation: Reservation, limitMicros: number): Promise<boolean> {
    return this.database.transaction(READER, async (tx) => {
      await tx.query(IN_TURN, [reservation.day]);
      const [spent] = await tx.query<{ total: number }>(TOTAL, [reservation.day]);
      if ((spent?.total ?? 0) + reservation.micros > limitMicros) return false;
      add(tx, reservation, reservation.micros);
      return true;
    });
  }

  async settle(reservation: Reservation, costMicros: number): Promise<void> {
    await this.database.transaction(READER, async (tx) => add(tx, reservation, costMicros - reservation.micros));
  }

  async spentOn(day: string): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.read(READER, (tx) => tx.query<{ provider: string; micros: number }>(SPENT, [day]));
    return new Map(rows.map(({ provider, micros }) => [provider, micros]));
  }
}

function add(tx: Tx, { day, provider }: Reservation, micros: number): void {
  tx.send(ADD, [day, provider, micros]);
}
