import type { Client } from 'pg';
import { lockKey } from './lock-key.ts';
import { sessionSql } from './session-sql.ts';
import type { Topic } from './topic-directory.ts';

export interface GroupId {
  readonly group: string;
  readonly generation: number;
}

export interface Slice {
  readonly topic: Topic;
  readonly partition: number;
  readonly key: bigint;
}

/** Proof of ownership: the session lock is held, and only a commit with this epoch moves the position. */
export interface Claim extends Slice {
  readonly epoch: string;
  readonly nextOffset: number;
}

export interface Census {
  readonly members: ReadonlyMap<number, readonly bigint[]>;
  readonly held: ReadonlySet<bigint>;
}

/** A member of a consumer group, for as long as its one connection lives. When that ends, PostgreSQL frees all it held. */
export class GroupSession {
  readonly me: bigint;
  readonly slices: readonly Slice[];
  private readonly over = new AbortController();
  private lastTurn: Promise<unknown> = Promise.resolve();
  private readonly sql: ReturnType<typeof sessionSql>;

  constructor(
    private readonly client: Client,
    schema: string,
    private readonly id: GroupId,
    private readonly topics: readonly Topic[],
  ) {
    this.sql = sessionSql(schema);
    this.me = lockKey(schema, 'member', crypto.randomUUID());
    this.slices = topics.flatMap((topic) =>
      Array.from({ length: topic.partitions }, (_, partition) => ({
        topic,
        partition,
        key: lockKey(schema, 'partition', id.group, id.generation, topic.id, partition),
      })),
    );
    client.once('end', () => this.over.abort(new Error('The connection that holds the partition locks was lost')));
  }

  /** Aborted when the connection is gone, and with it every lock. */
  get lost(): AbortSignal {
    return this.over.signal;
  }

  async join(): Promise<void> {
    await this.client.query('SET synchronous_commit = off');
    await this.client.query('SELECT pg_advisory_lock($1)', [this.me]);
    await this.client.query(this.sql.join, [...this.group(), this.topics.map((topic) => topic.id), this.me]);
  }

  /** Who is alive and what is taken, read from the locks themselves: no lease has to run out. */
  async census(): Promise<Census> {
    const { rows } = await this.ask<{ topicId: number | null; key: string }>(this.sql.census, [
      ...this.group(),
      this.slices.map((slice) => slice.key),
    ]);
    const members = new Map<number, bigint[]>();
    const held = new Set<bigint>();
    for (const { topicId, key } of rows) {
      if (topicId === null) held.add(BigInt(key));
      else members.set(topicId, [...(members.get(topicId) ?? []), BigInt(key)]);
    }
    return { members, held };
  }

  async claim(wanted: readonly Slice[]): Promise<Claim[]> {
    if (wanted.length === 0) return [];
    const { rows } = await this.ask<{ key: string; epoch: string; nextOffset: string }>(this.sql.claim, [
      ...this.group(),
      wanted.map((slice) => slice.topic.id),
      wanted.map((slice) => slice.partition),
      wanted.map((slice) => slice.key),
    ]);
    const byKey = new Map(wanted.map((slice) => [slice.key, slice]));
    return rows.flatMap((row) => {
      const slice = byKey.get(BigInt(row.key));
      return slice ? [{ ...slice, epoch: row.epoch, nextOffset: Number(row.nextOffset) }] : [];
    });
  }

  async commit(moved: readonly { claim: Claim; nextOffset: number }[]): Promise<void> {
    if (moved.length === 0) return;
    await this.ask(this.sql.commit, [
      ...this.group(),
      moved.map(({ claim }) => claim.topic.id),
      moved.map(({ claim }) => claim.partition),
      moved.map(({ claim }) => claim.epoch),
      moved.map(({ nextOffset }) => nextOffset),
    ]);
  }

  async release(claims: readonly Claim[]): Promise<void> {
    await this.ask('SELECT pg_advisory_unlock(k) FROM unnest($1::bigint[]) AS k', [claims.map((claim) => claim.key)]);
  }

  /** A session that failed once is given up: after an error nobody knows which locks it holds. */
  fail(error: unknown): void {
    this.over.abort(error);
    this.client.end().catch(() => undefined);
  }

  async leave(): Promise<void> {
    if (!this.lost.aborted) await this.ask(this.sql.leave, [...this.group(), this.me]).catch(() => undefined);
    await this.client.end().catch(() => undefined);
  }

  private group(): [string, number] {
    return [this.id.group, this.id.generation];
  }

  /** One after the other: the loops of a subscription share this connection. */
  private ask<R extends object>(sql: string, values: unknown[]): Promise<{ rows: R[] }> {
    const answer = this.lastTurn.then(async () => {
      this.lost.throwIfAborted();
      return this.client.query<R & Record<string, unknown>>(sql, values);
    });
    this.lastTurn = answer.catch((error: unknown) => this.fail(error));
    return answer;
  }
}
