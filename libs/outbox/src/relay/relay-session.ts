import pg from 'pg';
import type { Backlog } from '@foundnow/telemetry';
import { SHARDS } from '../shard.ts';
import { outboxRow } from '../tables/outbox.row.ts';
import type { OutboxRow, TakenTuple } from '../tables/outbox.row.ts';
import { relaySql } from './relay-sql.ts';

export interface RelaySessionOptions {
  /** A direct connection as the service's role: a transaction pooler would lose the locks. */
  readonly url: string;
  readonly schema: string;
}

/** Per shard the id above which to look; `undefined` leaves the shard out. */
export type Floors = readonly (number | undefined)[];

export interface Take {
  readonly floors: Floors;
  readonly rows: number;
  readonly bytes: number;
  /** Ids under way already. */
  readonly except: readonly number[];
  /** Leaves out the keys that have a row in quarantine. */
  readonly around: boolean;
}

const NOTHING_ABOVE = '9223372036854775807';
/** The tables change too fast for statistics: say which plans are right instead of letting them be guessed. */
const PLANNER = ['seqscan', 'bitmapscan', 'sort', 'hashjoin', 'mergejoin'].map((node) => `-c enable_${node}=off`);
const SETTINGS = [...PLANNER, '-c plan_cache_mode=force_generic_plan', '-c jit=off', '-c idle_session_timeout=0'];

/**
 * The one connection on which a relay holds its shards, reads and deletes. When it breaks the locks go with it, and
 * so does every means to delete: whoever leads next can only find rows again, never miss one.
 */
export class RelaySession {
  readonly #client: pg.Client;
  readonly #sql: ReturnType<typeof relaySql>;

  private constructor(client: pg.Client, schema: string, onLost: () => void) {
    this.#client = client;
    this.#sql = relaySql(schema);
    client.on('error', onLost);
    client.on('end', onLost);
  }

  static async open({ url, schema }: RelaySessionOptions, onLost: () => void): Promise<RelaySession> {
    const client = new pg.Client({
      connectionString: url,
      application_name: `foundnow-relay-${schema}`,
      connectionTimeoutMillis: 10_000,
      query_timeout: 60_000,
      keepAlive: true,
      keepAliveInitialDelayMillis: 10_000,
      options: SETTINGS.join(' '),
    });
    const session = new RelaySession(client, schema, onLost);
    try {
      await client.connect();
    } catch (error) {
      await session.close();
      throw error;
    }
    return session;
  }

  /** Becomes the leader of those that have none, and answers with them. */
  async claim(shards: readonly number[]): Promise<number[]> {
    const rows = await this.#rows<[number]>('claim', [shards]);
    return rows.map(([shard]) => shard);
  }

  async take({ floors, rows, bytes, except, around }: Take): Promise<OutboxRow[]> {
    const tuples = await this.#rows<TakenTuple>(around ? 'takeAround' : 'take', [above(floors), rows, bytes, except]);
    return tuples.map(outboxRow);
  }

  async remove(rows: readonly OutboxRow[]): Promise<void> {
    await this.#rows('remove', addresses(rows));
  }

  async quarantine(rows: readonly OutboxRow[], reason: string): Promise<void> {
    await this.#rows('quarantine', [...addresses(rows), reason.slice(0, 500)]);
  }

  /** Per shard the lowest id in quarantine. */
  async blocked(): Promise<Map<number, number>> {
    const rows = await this.#rows<[number, string]>('blocked', []);
    return new Map(rows.map(([shard, id]) => [shard, Number(id)]));
  }

  async holders(): Promise<string[]> {
    const rows = await this.#rows<[string]>('holders', []);
    return rows.map(([holder]) => holder);
  }

  async backlog(floors: Floors): Promise<Backlog> {
    const [row] = await this.#rows<[number, number, number]>('backlog', [above(floors)]);
    const [depth = 0, oldestSeconds = 0, quarantined = 0] = row ?? [];
    return { depth, oldestSeconds, quarantined };
  }

  async close(): Promise<void> {
    await this.#client.end().catch(() => undefined);
  }

  async #rows<Row extends unknown[]>(name: keyof ReturnType<typeof relaySql>, values: unknown[]): Promise<Row[]> {
    const text = this.#sql[name];
    const { rows } = await this.#client.query<Row>({ name: `relay-${name}`, text, values, rowMode: 'array' });
    return rows;
  }
}

function above(floors: Floors): (number | string)[] {
  return Array.from({ length: SHARDS }, (_, shard) => floors[shard] ?? NOTHING_ABOVE);
}

function addresses(rows: readonly OutboxRow[]): [number[], number[]] {
  return [rows.map((row) => row.shard), rows.map((row) => row.id)];
}
