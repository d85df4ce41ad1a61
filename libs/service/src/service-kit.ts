import { EventDecoder } from '@foundnow/contracts';
import type { HealthCheck } from '@foundnow/http';
import { type Clock, closingAfter, type IdGenerator, systemClock, uuidv7 } from '@foundnow/kernel';
import type { MessageBus } from '@foundnow/messaging';
import { Inbox, OutboxRelay, OutboxWriter } from '@foundnow/outbox';
import { Database, openDataSource } from '@foundnow/postgres';
import { createMetrics, type Logger, type Metrics, startTracing } from '@foundnow/telemetry';
import type { EntitySchema } from 'typeorm';
import { busTrouble } from './bus/bus-trouble.ts';
import { openBus } from './bus/open-bus.ts';
import { openSchemaIds } from './bus/open-schema-ids.ts';
import { troubleTeller } from './bus/tell-trouble.ts';
import { afterClosing, openLogger } from './open-logger.ts';
import { refuseMightyRole } from './refuse-mighty-role.ts';
import type { ServiceEnv } from './service-env.ts';

/** What a service works with, opened in this order and closed in the reverse one. */
export interface ServiceKit {
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly database: Database;
  readonly bus: MessageBus;
  readonly decoder: EventDecoder;
  readonly outbox: OutboxWriter;
  readonly inbox: Inbox;
  readonly relay: OutboxRelay;
  readonly checks: readonly HealthCheck[];
  readonly clock: Clock;
  readonly ids: IdGenerator;
  /** What a worker does with a failure of a round, after which it tries again. */
  readonly complaintsOf: (worker: string) => (error: unknown) => void;
}

/** What a test moves or makes predictable. */
export interface KitOverrides {
  readonly clock?: Clock;
  readonly ids?: IdGenerator;
}

/** Whose kit it is. */
export interface KitOwner {
  readonly name: string;
  /** The Postgres schema that it owns. */
  readonly schema: string;
  readonly entities?: readonly EntitySchema[];
  /** Scopes of its own beside those of the libraries: a name that is not here is a mistake, and says so. */
  readonly workerScopes?: readonly string[];
}

export async function openKit(
  { name, schema, entities = [], workerScopes = [] }: KitOwner,
  env: ServiceEnv,
  closing: AsyncDisposableStack,
  { clock = systemClock, ids = uuidv7 }: KitOverrides = {},
): Promise<ServiceKit> {
  const metrics = createMetrics(name);
  const logger = openLogger(name, env, metrics, closing);
  const tracing = startTracing({
    service: name,
    ...(env.OTEL_EXPORTER_OTLP_ENDPOINT && { otlpEndpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT }),
  });
  closing.defer(() => tracing.shutdown());

  const source = await openDataSource({
    url: env.DATABASE_URL,
    schema,
    entities: [...entities],
    applicationName: name,
    poolSize: env.DATABASE_POOL_SIZE,
  });
  const database = new Database(source, { workers: workerScopes });
  closing.defer(() => database.close());
  await refuseMightyRole(database, schema);

  const bus = await openBus(env, { name, logger });
  closing.defer(() => bus.close());

  const { schemaIds, checks } = await openSchemaIds(env, { name, logger });
  const relay = new OutboxRelay({
    url: env.DATABASE_URL,
    schema,
    bus: tellingWhatFails(bus, logger),
    schemaIds,
    logger,
    metrics: metrics.outbox,
  });
  return {
    logger,
    metrics,
    database,
    bus,
    relay,
    clock,
    ids,
    complaintsOf: (worker) => (error) => logger.warn({ worker, error }, 'a worker will try again'),
    decoder: new EventDecoder(schemaIds),
    outbox: new OutboxWriter({ schema, service: name, wake: () => relay.wake(), clock, ids }),
    inbox: new Inbox(database, schema),
    checks: [
      { name: 'database', check: () => database.ping() },
      // A write waits in the outbox for the bus: while that is away, callers are served all the same.
      { name: 'bus', essential: false, check: () => bus.ping() },
      ...checks,
    ],
  };
}

/** The relay says that events wait; why, the client of the broker knows. */
function tellingWhatFails(bus: MessageBus, logger: Logger): Pick<MessageBus, 'publish'> {
  const tell = troubleTeller(logger);
  return {
    publish: (batch) =>
      bus.publish(batch).catch((error: unknown) => {
        if (busTrouble(error) !== undefined) tell('publish', error);
        throw error;
      }),
  };
}

/** For work that comes to an end: the kit lives as long as it. */
export async function withKit<T>(owner: KitOwner, env: ServiceEnv, work: (kit: ServiceKit) => Promise<T>): Promise<T> {
  return closingAfter(async (closing) => work(await openKit(owner, env, closing)), afterClosing(owner.name, env));
}
