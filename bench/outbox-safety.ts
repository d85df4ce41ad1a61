import { withClient } from '@foundnow/postgres';
import { eventually } from '@foundnow/testing';
import { openOutboxBench, type OutboxBench } from './harness/outbox-bench.ts';
import type { Row } from './harness/row.ts';
import { relayWithKills } from './outbox-safety/killed-relay.ts';
import { auditLog } from './outbox-safety/log-audit.ts';
import { LogWatch } from './outbox-safety/log-watch.ts';
import { LongTransaction } from './outbox-safety/long-transaction.ts';
import { committedVersions, HOT_KEYS, prepareAggregates, writeEvents, WRITERS } from './outbox-safety/writers.ts';
import { pollByLastId } from './peers/naive-poller.ts';

const KILLS = 10;
const BATCH = 500;
const PATIENCE_MS = 60_000;

type Progress = (text: string) => void;

export const outboxSafety: Row = {
  name: 'outbox-safety',
  about: 'events lost when the relay is killed ten times under concurrent writers',
  unit: 'events lost',
  peerName: 'a poller that asks for `id > last`, under the same writers',
  bound: { of: 'measured', atMost: 0 },
  async run({ quick, progress, database, closing }) {
    const events = quick ? 200_000 : 1_000_000;
    const open = async (): Promise<OutboxBench> => {
      const bench = await openOutboxBench(await database(), WRITERS + 2);
      closing.defer(() => bench.close());
      return bench;
    };
    const naive = await naiveLoss(await open(), events / 10);
    progress(`the naive poller lost ${naive.lost} of ${naive.committed}`);
    const ours = await withKills(await open(), events, progress);
    const { committed, versions, kills, stayedOpen, eventsPerSecond, audit } = ours;
    const duplicates = audit.messages - audit.ledger.distinct;
    return {
      measured: committed - audit.ledger.distinct,
      peer: naive.lost,
      checks: {
        everyCommitCounted: committed >= events && versions === committed,
        noVersionInversions: audit.ledger.inversions === 0,
        duplicatesAtMostOneBatchPerKill: duplicates <= KILLS * BATCH,
        everyDuplicateReachedTheInbox: audit.handed - audit.handedDistinct === duplicates,
        noDuplicateBehindTheInbox: audit.effects === audit.handedDistinct && audit.effectsDistinct === audit.effects,
        killedTenTimes: kills === KILLS,
        longTransactionStayedOpen: stayedOpen,
        thisLoadMakesANaivePollerLose: naive.lost > 0,
      },
      details: {
        committed,
        writers: WRITERS,
        hotKeys: HOT_KEYS,
        kills,
        batch: BATCH,
        duplicates,
        handedToInbox: audit.handed,
        effects: audit.effects,
        eventsPerSecond: Math.round(eventsPerSecond),
        naive,
      },
    };
  },
};

async function withKills(bench: OutboxBench, events: number, progress: Progress) {
  await prepareAggregates(bench);
  const long = await LongTransaction.open(bench.adminUrl);
  const { watch, subscription } = await LogWatch.begin(bench);
  const start = performance.now();
  const writing = writeEvents(bench, events);
  const options = { kills: KILLS, events, batch: BATCH, patienceMs: PATIENCE_MS, watch };
  const [committed, kills] = await Promise.all([writing, relayWithKills(bench, options, writing)]);
  const eventsPerSecond = (committed * 1000) / (performance.now() - start);
  progress(`${committed} events written and relayed, ${kills} kills, ${Math.round(eventsPerSecond)} events/s`);
  const stayedOpen = await long.close();
  await eventually(() => watch.messages >= committed, { timeoutMs: PATIENCE_MS });
  await subscription.stop();
  const audit = await auditLog(bench, watch.repeated);
  const versions = await committedVersions(bench);
  return { committed, versions, kills, stayedOpen, eventsPerSecond, audit };
}

async function naiveLoss(bench: OutboxBench, events: number): Promise<{ committed: number; lost: number }> {
  await prepareAggregates(bench);
  await withClient(bench.service.ownerUrl, (client) => client.query(`CREATE INDEX ON ${bench.schema}.outbox (id)`));
  const writing = writeEvents(bench, events);
  const [committed, seen] = await Promise.all([writing, pollByLastId(bench.service.appUrl, bench.schema, writing)]);
  return { committed, lost: committed - seen };
}
