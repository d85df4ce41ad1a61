import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '@foundnow/testing';
import { findings } from './disorder.ts';
import type { Seen } from './disorder.ts';
import { startWriters } from './hot-key-writers.ts';
import { outboxDatabase } from './outbox-database.ts';
import type { OutboxDatabase } from './outbox-database.ts';
import { LOG_TABLE } from './table-bus.ts';

const CHANGES = 6_000;
const KILLS = 5;
const BATCH = 30;

let db: OutboxDatabase;
const children: ChildProcess[] = [];
beforeAll(async () => {
  db = await outboxDatabase();
  await db.query(LOG_TABLE);
});
afterAll(async () => {
  await Promise.all(children.map(kill));
  await db.drop();
});

function startRelay(): ChildProcess {
  const runtime = new URL('../../../tools/runtime/register.mjs', import.meta.url);
  const child = fork(fileURLToPath(new URL('relay-victim.ts', import.meta.url)), [db.url, String(BATCH)], {
    execArgv: ['--import', runtime.href],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  children.push(child);
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

const seen = (): Promise<Seen[]> => db.query<Seen>('SELECT key, version FROM log ORDER BY place');

it('survives SIGKILL at any moment: nothing lost, nothing overtaken, at most a batch per kill twice', async () => {
  const writers = await startWriters(db, CHANGES);
  for (let kills = 1; kills <= KILLS; kills++) {
    const child = startRelay();
    const share = Math.floor((CHANGES * kills) / (KILLS + 2));
    await eventually(async () => expect(await db.count('log')).toBeGreaterThan(share), {
      timeoutMs: 60_000,
      intervalMs: 3,
    });
    await kill(child);
  }
  await writers.done;
  startRelay();
  await eventually(async () => expect(await db.count('outbox')).toBe(0), { timeoutMs: 60_000 });

  const { lost, inverted, duplicates } = findings(await seen(), await writers.reached());
  expect({ lost, inverted }).toEqual({ lost: 0, inverted: 0 });
  expect(duplicates).toBeLessThanOrEqual(KILLS * BATCH);
}, 90_000);
