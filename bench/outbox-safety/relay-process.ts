import { lockfileSchemaIds } from '@foundnow/contracts';
import { createEmbeddedBus } from '@foundnow/messaging';
import { OutboxRelay } from '@foundnow/outbox';

/** A relay in a process of its own, so that it can be killed at any instruction. */
const [url = '', busUrl = '', schema = '', batchSize = ''] = process.argv.slice(2);
const relay = new OutboxRelay({
  url,
  schema,
  bus: createEmbeddedBus({ url: busUrl }),
  schemaIds: lockfileSchemaIds(),
  batchSize: Number(batchSize),
});
relay.start();
