import { setTimeout as delay } from 'node:timers/promises';
import { withClient } from '@foundnow/postgres';
import type { OutboxBench } from '../harness/outbox-bench.ts';
import { Program } from '../harness/program.ts';
import { seededRandom } from '../harness/seeded-random.ts';
import type { LogWatch } from './log-watch.ts';

const POLL_MS = 20;
/** The kill comes at some moment of the batches that follow, not always in the same phase of one. */
const LATER_MS = 120;

export interface KilledRelayOptions {
  readonly kills: number;
  /** How many events there will be, more or less: the kills are spread over them. */
  readonly events: number;
  readonly batch: number;
  readonly watch: Pick<LogWatch, 'messages'>;
  /** When nothing moves for so long, something is wrong. */
  readonly patienceMs: number;
}

/** Runs one relay process after the other and kills each in the middle of its share; answers with the number of kills. */
export async function relayWithKills(bench: OutboxBench, options: KilledRelayOptions, written: Promise<number>) {
  const random = seededRandom(42);
  const published = async (): Promise<number> => options.watch.messages;
  let kills = 0;
  for (; kills < options.kills; kills += 1) {
    const relay = startRelay(bench, options.batch);
    const share = ((kills + 1) * options.events) / (options.kills + 1);
    await untilMoved(relay, options.patienceMs, published, (now) => now >= share);
    await delay(random() * LATER_MS);
    if (relay.hasExited) throw new Error(`The relay ended before it was killed: ${relay.said}`);
    await relay.end('SIGKILL');
  }
  const last = startRelay(bench, options.batch);
  const all = await written;
  await untilMoved(last, options.patienceMs, published, (now) => now >= all);
  await emptyOutbox(bench, last, options.patienceMs);
  await last.end('SIGKILL');
  return kills;
}

function startRelay({ service, busRoles, schema }: OutboxBench, batch: number): Program {
  const args = [service.appUrl, busRoles.appUrl, schema, String(batch)];
  return new Program('bench/outbox-safety/relay-process.ts', { args });
}

async function emptyOutbox({ service, schema }: OutboxBench, relay: Program, patienceMs: number): Promise<void> {
  await withClient(service.appUrl, async (client) => {
    const lowest = async () => {
      const { rows } = await client.query<{ id: string }>(`SELECT id FROM ${schema}.outbox LIMIT 1`);
      return Number(rows[0]?.id ?? -1);
    };
    await untilMoved(relay, patienceMs, lowest, (now) => now === -1);
  });
}

/** Waits until the figure is as wanted, as long as it changes now and then. */
async function untilMoved(
  relay: Program,
  patienceMs: number,
  figure: () => Promise<number>,
  reached: (now: number) => boolean,
) {
  let last = Number.NaN;
  let movedAt = performance.now();
  for (;;) {
    const now = await figure();
    if (reached(now)) return;
    if (now !== last) movedAt = performance.now();
    last = now;
    if (relay.hasExited) throw new Error(`The relay ended by itself: ${relay.said}`);
    if (performance.now() - movedAt > patienceMs) throw new Error(`The relay stands still at ${now}: ${relay.said}`);
    await delay(POLL_MS);
  }
}
