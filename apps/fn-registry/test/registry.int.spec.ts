import { describeSchemaRegistry } from '@foundnow/contracts/conformance';
import { createRegistryServer } from '../src/registry-server.ts';

const auth = { username: 'client', password: 'only for this suite' };

describeSchemaRegistry(
  'fn-registry',
  async () => {
    const server = createRegistryServer({ auth });
    return { url: await server.listen({ host: '127.0.0.1', port: 0 }), auth, close: () => server.close() };
  },
  { writable: false },
);
