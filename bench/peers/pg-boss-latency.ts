import pg from 'pg';
import { within } from '../harness/lanes.ts';
import { openLoop } from '../harness/open-loop.ts';
import { openPgBoss } from './pg-boss.ts';

export interface LatencyLoad {
  readonly perSecond: number;
  readonly seconds: number;
  /** Not counted, at the beginning. */
  readonly warmUpSeconds: number;
  readonly body: string;
}

/** Milliseconds from just before COMMIT to the handler, for jobs sent in the transaction of a state change. */
export async function pgBossLatency(url: string, notify: boolean, load: LatencyLoad): Promise<number[]> {
  const pool = new pg.Pool({ connectionString: url, max: 8 });
  await pool.query('CREATE TABLE IF NOT EXISTS state (id integer, body text); TRUNCATE state');
  const boss = await openPgBoss(url, { useListenNotify: notify });
  const queue = notify ? 'rung' : 'polled';
  await boss.createQueue(queue, { partition: true, notify });
  const seconds = load.warmUpSeconds + load.seconds;
  const expected = Math.round(load.perSecond * seconds);
  const uncounted = Math.round(load.perSecond * load.warmUpSeconds);
  let handled = 0;
  const committing = new Map<number, number>();
  const waited: number[] = [];
  const { promise: all, resolve } = Promise.withResolvers<void>();
  const options = {
    batchSize: 50,
    pollingIntervalSeconds: 0.5,
    notifyPollingIntervalSeconds: 0.5,
    localConcurrency: 4,
  };
  await boss.work<{ n: number }>(queue, options, async (jobs) => {
    const now = performance.now();
    handled += jobs.length;
    for (const { data } of jobs) {
      if (data.n >= uncounted) waited.push(now - (committing.get(data.n) ?? Number.NaN));
    }
    await pool.query('INSERT INTO state SELECT unnest($1::int[]), $2', [jobs.map(({ data }) => data.n), 'effect']);
    if (handled === expected) resolve();
  });
  await openLoop({ perSecond: load.perSecond, seconds }, async (n) => {
    const client = await pool.connect();
    try {
      await client.query('BEGIN');
      await client.query('INSERT INTO state VALUES ($1, $2)', [n, 'cause']);
      const db = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) };
      await boss.send(queue, { n, body: load.body }, { db });
      committing.set(n, performance.now());
      await client.query('COMMIT');
    } finally {
      client.release();
    }
  });
  await within(30_000, 'pg-boss', all);
  await boss.stop({ graceful: true, timeout: 5_000 });
  await pool.end();
  return waited;
}
