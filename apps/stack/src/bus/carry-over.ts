import type { SchemaIds } from '@foundnow/contracts';
import type { BusMessage, MessageBus } from '@foundnow/messaging';
import { renumber, topicPlans } from '@foundnow/service';

const BATCH = 500;

export interface Carried {
  readonly from: Pick<MessageBus, 'read'>;
  readonly to: Pick<MessageBus, 'publish'>;
  readonly schemaIds: Pick<SchemaIds, 'idOf'>;
  readonly since: 'beginning' | Date;
}

/** Publishes on one bus what another holds, in its order per key. What a service had of it already it takes for a redelivery. */
export async function carryOver({ from, to, schemaIds, since }: Carried): Promise<number> {
  const topics = topicPlans().map(({ name }) => name);
  let batch: BusMessage[] = [];
  let count = 0;
  for await (const { topic, key, value, attributes, headers } of from.read({ topics, from: since, follow: false })) {
    batch.push({ topic, key, value: await renumber(value, schemaIds), attributes, headers });
    if (batch.length < BATCH) continue;
    await to.publish(batch);
    count += batch.length;
    batch = [];
  }
  if (batch.length > 0) await to.publish(batch);
  return count + batch.length;
}
