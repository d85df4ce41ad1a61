import { EventDecoder, lockfileSchemaIds } from '@foundnow/contracts';
import { createEmbeddedBus } from '@foundnow/messaging';
import { Inbox } from '@foundnow/outbox';
import { withClient } from '@foundnow/postgres';
import { OrderLedger } from '../harness/order-ledger.ts';
import type { OutboxBench } from '../harness/outbox-bench.ts';
import { isHot } from './writers.ts';

const GROUP = 'audit';

export interface LogAudit {
  readonly messages: number;
  readonly ledger: OrderLedger;
  /** Events that went through a real inbox: each that came twice, and all of the hot keys. */
  readonly handed: number;
  readonly handedDistinct: number;
  readonly effects: number;
  readonly effectsDistinct: number;
}

/** Consumes the whole log from its beginning, as a service does, and keeps the books on it. */
export async function auditLog(bench: OutboxBench, repeated: ReadonlySet<string>): Promise<LogAudit> {
  await withClient(bench.service.ownerUrl, (client) => client.query('CREATE TABLE effect (event_id uuid NOT NULL)'));
  const ledger = new OrderLedger();
  const handed = new Set<string>();
  let count = 0;
  let messages = 0;
  const inbox = new Inbox(bench.database, bench.schema);
  const decoder = new EventDecoder(lockfileSchemaIds());
  const bus = createEmbeddedBus({ url: bench.busRoles.appUrl });
  const subscription = await bus.subscribe(
    { group: GROUP, topics: ['posts.events'], bounded: true },
    async ({ key, value, attributes: { id } }) => {
      const { payload } = await decoder.decode(value);
      ledger.see(key, 'aggregateVersion' in payload ? payload.aggregateVersion : 0);
      messages += 1;
      if (!repeated.has(id) && !isHot(key)) return;
      count += 1;
      handed.add(id);
      await inbox.run({ group: GROUP, generation: 0, eventId: id }, { worker: 'bench' }, async (tx) => {
        await tx.query('INSERT INTO effect VALUES ($1)', [id]);
      });
    },
  );
  await subscription.done;
  await bus.close();
  const effects = await effectsOf(bench);
  return {
    messages,
    ledger,
    handed: count,
    handedDistinct: handed.size,
    effects: effects.all,
    effectsDistinct: effects.distinct,
  };
}

async function effectsOf({ service }: OutboxBench): Promise<{ all: number; distinct: number }> {
  return withClient(service.appUrl, async (client) => {
    const { rows } = await client.query<{ all: number; distinct: number }>(
      'SELECT count(*)::int AS all, count(DISTINCT event_id)::int AS distinct FROM effect',
    );
    return rows[0] ?? { all: -1, distinct: -1 };
  });
}
