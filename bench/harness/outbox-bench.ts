import { createEmbeddedBus, migrateBus, type EmbeddedBus } from '@foundnow/messaging';
import { inboxTables, outboxTables } from '@foundnow/outbox';
import { Database, openPool, withClient, type ProvisionedSchema } from '@foundnow/postgres';
import type { BenchDatabase } from './bench-server.ts';

/** A producing service's schema and the bus beside it, as the stack lays them out. */
export interface OutboxBench {
  readonly adminUrl: string;
  readonly schema: string;
  readonly service: ProvisionedSchema;
  readonly busRoles: ProvisionedSchema;
  /** As the service's own role. */
  readonly database: Database;
  readonly bus: EmbeddedBus;
  close(): Promise<void>;
}

const SCHEMA = 'posts';

export async function openOutboxBench(fresh: BenchDatabase, poolSize = 16): Promise<OutboxBench> {
  const service = await fresh.provision(SCHEMA);
  await withClient(service.ownerUrl, async (client) => {
    await client.query(outboxTables(SCHEMA).up);
    await client.query(inboxTables(SCHEMA).up);
  });
  const busRoles = await fresh.provision('bus');
  await migrateBus(busRoles.ownerUrl);
  const database = new Database(
    openPool({ url: service.appUrl, schema: SCHEMA, applicationName: 'bench', poolSize, statementTimeoutMs: 300_000 }),
  );
  const bus = createEmbeddedBus({ url: busRoles.appUrl });
  return {
    adminUrl: fresh.adminUrl,
    schema: SCHEMA,
    service,
    busRoles,
    database,
    bus,
    async close() {
      await bus.close();
      await database.close();
    },
  };
}
