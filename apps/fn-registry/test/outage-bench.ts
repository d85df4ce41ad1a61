import type { EventMap, EventName, SchemaIds } from '@foundnow/contracts';
import { EventDecoder, keyOf } from '@foundnow/contracts';
import { goldenExample } from '@foundnow/contracts/testing';
import { createConsumer, createEmbeddedBus, type EmbeddedBus, failurePolicy, migrateBus } from '@foundnow/messaging';
import { OutboxRelay, outboxTables, OutboxWriter } from '@foundnow/outbox';
import { Database, isDependencyFailure, openPool } from '@foundnow/postgres';
import { testDatabase } from '@foundnow/testing';

const SCHEMA = 'shop';
const TOPIC = 'posts.events';

/** One service's way from a transaction to another one's handler: outbox, relay, embedded bus, consumer. */
export class OutageBench {
  readonly said: string[] = [];
  readonly handled: string[] = [];
  paused = 0;
  readonly dead: string[] = [];

  private constructor(
    private readonly url: string,
    private readonly database: Database,
    private readonly bus: EmbeddedBus,
    private readonly closing: AsyncDisposableStack,
  ) {}

  static async open(): Promise<OutageBench> {
    const closing = new AsyncDisposableStack();
    const { adminUrl: url, drop } = await testDatabase();
    closing.defer(drop);
    const pool = openPool({ url, schema: SCHEMA, applicationName: 'outage-spec', poolSize: 5 });
    const database = new Database(pool);
    closing.defer(() => database.close());
    await pool.query(`CREATE SCHEMA ${SCHEMA}; ${outboxTables(SCHEMA).up}; CREATE SCHEMA bus`);
    await migrateBus(url);
    const bus = createEmbeddedBus({ url });
    closing.defer(() => bus.close());
    return new OutageBench(url, database, bus, closing);
  }

  close(): Promise<void> {
    return this.closing.disposeAsync();
  }

  /** A relay for as long as the bench is open. */
  startRelay(schemaIds: SchemaIds): void {
    const say = (fields: object | string, text?: string) => {
      this.said.push(`${String(Reflect.get(Object(fields) as object, 'dependency'))}: ${text ?? ''}`);
    };
    const relay = new OutboxRelay({
      url: this.url,
      schema: SCHEMA,
      bus: this.bus,
      schemaIds,
      pollMs: 20,
      logger: { info: say, warn: say, error: say },
    });
    this.closing.defer(() => relay.stop());
    relay.start();
  }

  async startConsumer(schemaIds: SchemaIds, events: readonly EventName[]): Promise<void> {
    const handle = (name: EventName) => async () => void this.handled.push(name);
    const consumer = createConsumer({
      bus: this.bus,
      group: 'fn-matcher',
      topics: [TOPIC],
      decoder: new EventDecoder(schemaIds),
      policy: failurePolicy({ isDependencyFailure }),
      handlers: new Map(events.map((name) => [name, { handle: handle(name), outsideEffect: false }])),
      observer: {
        paused: () => void (this.paused += 1),
        deadLettered: (_delivery, { code }) => void this.dead.push(code),
      },
    });
    this.closing.defer(() => consumer.stop());
    await consumer.start();
  }

  /** The golden example of an event, about this post. */
  async write<N extends EventName>(name: N, postId: string): Promise<void> {
    const writer = new OutboxWriter({ schema: SCHEMA, service: 'fn-posts', wake: () => undefined });
    const payload = { ...goldenExample(name), postId } as unknown as EventMap[N];
    const event = { name, payload, key: keyOf(name, payload) } as Parameters<OutboxWriter['append']>[1][number];
    await this.database.transaction({ worker: 'spec' }, (tx) => writer.append(tx, [event]));
  }

  async waiting(): Promise<number> {
    const [row] = await this.database.transaction({ worker: 'spec' }, (tx) =>
      tx.query<{ count: number }>('SELECT count(*)::int AS count FROM outbox'),
    );
    return row?.count ?? 0;
  }

  /** Names of the events on the bus, per post in their order. */
  async published(postId: string): Promise<string[]> {
    const names: string[] = [];
    for await (const message of this.bus.read({ topics: [TOPIC], from: 'beginning', follow: false })) {
      if (message.key === postId) names.push(message.attributes.type);
    }
    return names;
  }
}
