import pg from 'pg';
import type { Backlog } from '@foundnow/telemetry';
import type { OutboxRow } from '../tables/outbox.row.ts';
import { copyOut } from './copy-out.ts';
import { relaySql } from './relay-sql.ts';
import type { Take } from './relay-sql.ts';
import { takenRow, withBodies, withinBytes } from './taken-rows.ts';
import type { TakenRow } from './taken-rows.ts';

export interface RelaySessionOptions {
  /** A direct connection as the service's role: a transaction pooler would lose the locks. */
  readonly url: string;
  readonly schema: string;
}

/** Rows in the order of their ids. */
export interface Taken {
  readonly rows: readonly OutboxRow[];
  /** The id up to which all was seen, when there may be more above it. */
  readonly upTo: number | undefined;
}

/** The tables change too fast for statistics: say which plans are right instead of letting them be guessed. */
const PLANNER = ['seqscan', 'bitmapscan', 'sort', 'hashjoin', 'mergejoin'].map((node) => `-c enable_${node}=off`);
const SETTINGS = [...PLANNER, '-c jit=off', '-c idle_session_timeout=0'];

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

  /** Lets others become their leader. */
  async leave(shards: readonly number[]): Promise<void> {
    await this.#rows('leave', [shards]);
  }

  /** Deletes what was published and takes what comes next: one round trip, and one transaction. */
  async advance(published: readonly OutboxRow[], take: Take): Promise<Taken> {
    const statements = published.length > 0 ? [this.#sql.remove(idsOf(published))] : [];
    const taken: TakenRow[] = [];
    await copyOut(this.#client, [...statements, this.#sql.take(take)].join(';'), (tuple) => {
      taken.push(takenRow(tuple));
    });
    const rows = withinBytes(taken, take.bytes);
    const cut = taken.length >= take.rows || rows.length < taken.length;
    return { rows: withBodies(rows, await this.#largeBodies(rows)), upTo: cut ? rows.at(-1)?.id : undefined };
  }

  async remove(rows: readonly OutboxRow[]): Promise<void> {
    await this.#client.query(this.#sql.remove(idsOf(rows)));
  }

  async quarantine(rows: readonly OutboxRow[], reason: string): Promise<void> {
    await this.#rows('quarantine', [idsOf(rows), reason.slice(0, 500)]);
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

  async backlog(above: number): Promise<Backlog> {
    const [row] = await this.#rows<[number, number, number]>('backlog', [above]);
    const [depth = 0, oldestSeconds = 0, quarantined = 0] = row ?? [];
    return { depth, oldestSeconds, quarantined };
  }

  async close(): Promise<void> {
    await this.#client.end().catch(() => undefined);
  }

  async #largeBodies(rows: readonly TakenRow[]): Promise<Map<number, Buffer>> {
    const large = rows.filter(({ body }) => body === undefined);
    if (large.length === 0) return new Map();
    const found = await this.#rows<[string, Buffer]>('bodies', [large.map(({ id }) => id)]);
    return new Map(found.map(([id, body]) => [Number(id), body]));
  }

  async #rows<Row extends unknown[]>(name: Prepared, values: unknown[]): Promise<Row[]> {
    const text = this.#sql[name];
    const { rows } = await this.#client.query<Row>({ name: `relay-${name}`, text, values, rowMode: 'array' });
    return rows;
  }
}

type Prepared = 'claim' | 'leave' | 'bodies' | 'quarantine' | 'blocked' | 'holders' | 'backlog';

function idsOf(rows: readonly OutboxRow[]): number[] {
  return rows.map((row) => row.id);
}
