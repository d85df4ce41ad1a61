import { Appender } from './appender.ts';
import { openConnection, openPool } from './connections.ts';
import { EmbeddedBus } from './embedded-bus.ts';
import { GroupSession } from './group-session.ts';
import { LogReader } from './log-reader.ts';
import { LogSlices } from './log-slices.ts';
import { Publisher } from './publisher.ts';
import { Retention } from './retention.ts';
import { type EmbeddedBusOptions, settingsFrom } from './settings.ts';
import { type SubscriptionPlan, SubscriptionPlanner } from './subscription-plan.ts';
import { TopicDirectory } from './topic-directory.ts';
import { WakeUps } from './wake-ups.ts';

/** Connects when first used. The schema must have been migrated by its owner (`migrateBus`). */
export function createEmbeddedBus(options: EmbeddedBusOptions): EmbeddedBus {
  const settings = settingsFrom(options);
  const { schema } = settings;
  const pool = openPool(settings);
  const directory = new TopicDirectory(pool, schema, settings.partitionsOf);
  const slices = new LogSlices(pool, schema);
  const connect = () => openConnection(settings);
  const { host, pathname } = new URL(settings.url);
  const log = { server: `${host}${pathname}`, channel: `${schema}_news` };
  const wakeUps = new WakeUps(connect, log, (error) => settings.onProblem('wake-up', error));
  return new EmbeddedBus({
    settings,
    pool,
    slices,
    wakeUps,
    planner: new SubscriptionPlanner(pool, schema, directory),
    publisher: new Publisher(new Appender(pool, schema, directory), (slices) => wakeUps.ring(slices)),
    reader: new LogReader(pool, schema, directory, slices, wakeUps),
    retention: new Retention(pool, settings),
    async join(plan: SubscriptionPlan) {
      const session = new GroupSession(await connect(), schema, plan.id, plan.topics);
      await session.join().catch((error: unknown) => {
        session.fail(error);
        throw error;
      });
      return session;
    },
  });
}
