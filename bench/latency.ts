import { createEmbeddedBus } from '@foundnow/messaging';
import {
  commitToHandler,
  countEffects,
  PER_SECOND,
  prepareState,
  summary,
  WARM_UP_SECONDS,
} from './harness/commit-to-handler.ts';
import { openOutboxBench } from './harness/outbox-bench.ts';
import type { Row } from './harness/row.ts';
import { incompressible } from './harness/sample-message.ts';
import { median, percentile } from './harness/statistics.ts';
import { pgBossLatency } from './peers/pg-boss-latency.ts';

const BYTES = 800;

export const latency: Row = {
  name: 'latency',
  about: 'from COMMIT to the handler at 200 events/s, through outbox, relay, bus and inbox (p99)',
  unit: 'ms',
  peerName: 'pg-boss 12, sent in the transaction, workers woken by NOTIFY',
  bound: { of: 'measured', atMost: 50 },
  async run({ quick, progress, database, closing }) {
    const seconds = quick ? 4 : 30;
    const rounds = quick ? 2 : 3;
    const bench = await openOutboxBench(await database());
    closing.defer(() => bench.close());
    const consumer = createEmbeddedBus({ url: bench.busRoles.appUrl });
    closing.defer(() => consumer.close());
    const peerUrl = (await database()).adminUrl;
    await prepareState(bench);
    const load = { perSecond: PER_SECOND, warmUpSeconds: WARM_UP_SECONDS, seconds, body: incompressible(BYTES) };
    const ours: number[][] = [];
    const peer: number[][] = [];
    for (let number = 0; number < rounds; number += 1) {
      ours.push(await commitToHandler(bench, { number, seconds, publisher: bench.bus, consumer }));
      peer.push(await pgBossLatency(peerUrl, true, load));
      progress(`p99 ${percentile(ours.at(-1) ?? [], 99)} ms beside ${percentile(peer.at(-1) ?? [], 99)} ms`);
    }
    const polled = await pgBossLatency(peerUrl, false, { ...load, seconds: 2 });
    const effects = await countEffects(bench);
    const expected = PER_SECOND * seconds * rounds;
    const sent = PER_SECOND * (WARM_UP_SECONDS + seconds) * rounds;
    return {
      measured: median(ours.map((waits) => percentile(waits, 99))),
      peer: median(peer.map((waits) => percentile(waits, 99))),
      checks: {
        everyEventMeasured: ours.flat().length === expected && ours.flat().every((wait) => wait >= 0),
        everyEffectOnce: effects.all === sent && effects.distinct === sent,
        peerMeasured: peer.flat().length === expected && peer.flat().every((wait) => wait >= 0),
      },
      details: {
        perSecond: PER_SECOND,
        seconds: seconds * rounds,
        ours: summary(ours.flat()),
        pgBoss: summary(peer.flat()),
        pgBossPollingEachHalfSecond: summary(polled),
      },
    };
  },
};
