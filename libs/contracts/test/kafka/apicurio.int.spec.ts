import { startApicurio } from '@foundnow/testing/brokers';
import { describeSchemaRegistry } from '../registry.conformance.ts';

describeSchemaRegistry(
  'Apicurio',
  async () => {
    const { url, stop } = await startApicurio();
    return { url, close: stop };
  },
  { writable: true },
);
