import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from '@jest/globals';

const root = fileURLToPath(new URL('../../..', import.meta.url));

const PROGRAM = `
  import { createRequire } from 'node:module';
  import { openBus } from '@foundnow/service';
  const bus = await openBus(
    { EVENT_BUS: 'embedded', BUS_DATABASE_URL: 'postgres://bus_app@127.0.0.1:9/foundnow' },
    { name: 'spec', logger: { warn: () => undefined } },
  );
  await bus.close();
  const loaded = Object.keys(createRequire(import.meta.url).cache);
  const clients = ['kafkajs', '@google-cloud/pubsub', '@kafkajs/confluent-schema-registry', '@grpc/grpc-js'];
  console.log(JSON.stringify({ loaded: loaded.length, clients: clients.filter((name) => loaded.some((file) => file.includes(\`/node_modules/\${name}/\`))) }));
`;

it('a service on the embedded bus does not load the clients of other brokers', async () => {
  const args = ['--import', './tools/runtime/register.mjs', '--input-type=module', '-e', PROGRAM];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
  expect(JSON.parse(stdout)).toMatchObject({ loaded: expect.any(Number), clients: [] });
});
