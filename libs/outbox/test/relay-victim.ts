// A relay in a process of its own, to be killed without a word: `relay-victim.ts <url> <batch size>`.
import { OutboxRelay } from '../src/index.ts';
import { SCHEMA } from './outbox-database.ts';
import { TableBus } from './table-bus.ts';

const [url = '', batchSize = ''] = process.argv.slice(2);
new OutboxRelay({
  url,
  schema: SCHEMA,
  bus: await new TableBus(url).connect(),
  schemaIds: { idOf: () => 7 },
  batchSize: Number(batchSize),
}).start();
