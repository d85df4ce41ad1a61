import { createEmbeddedBus, migrateBus } from '@foundnow/messaging';
import { fanOut, Faults, GROUPS, LOAD } from './harness/fan-out.ts';
import type { Row } from './harness/row.ts';
import { inTurn } from './harness/statistics.ts';
import { PgBossFanOut } from './peers/pg-boss-fan-out.ts';

export const embeddedBus: Row = {
  name: 'embedded-bus',
  about: 'publish and consume with three groups on the embedded bus',
  unit: 'msg/s',
  peerName: 'pg-boss 12, batches inserted into 3 queues',
  bound: { of: 'ratio', atLeast: 5 },
  async run({ quick, progress, database, closing }) {
    const messages = quick ? 12_000 : 40_000;
    const bus = await (await database()).provision('bus');
    await migrateBus(bus.ownerUrl);
    const peer = await PgBossFanOut.open((await database()).adminUrl, GROUPS, LOAD);
    closing.defer(() => peer.close());
    const faults = new Faults();
    const result = await inTurn(
      5,
      async () => {
        const open = () => createEmbeddedBus({ url: bus.appUrl });
        const run = await fanOut(open, `bench.${crypto.randomUUID()}`, messages);
        faults.add(run);
        progress(`${run.perSecond} msg/s to each of three groups`);
        return run.perSecond;
      },
      async () => {
        const perSecond = await peer.insertAndWork(messages);
        progress(`${perSecond} msg/s in pg-boss`);
        return perSecond;
      },
    );
    const onePublish = await peer.publishAndWork(Math.ceil(messages / 10));
    return {
      measured: result.a,
      peer: result.b,
      checks: faults.checks,
      details: { ...LOAD, messages, groups: GROUPS.length, ratios: result.ratios, pgBossPublish: onePublish },
    };
  },
};
