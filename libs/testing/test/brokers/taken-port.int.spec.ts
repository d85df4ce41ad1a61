import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startKafka, startPubSubEmulator } from '@foundnow/testing/brokers';

describe('a port that is asked for and taken', () => {
  let taken: Server;
  let port: number;
  beforeAll(async () => {
    taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    ({ port } = taken.address() as AddressInfo);
  });
  afterAll(() => void taken.close());

  it.each([
    ['a Kafka', startKafka],
    ['a Pub/Sub emulator', startPubSubEmulator],
  ])('is refused before %s is looked for', async (_, start) => {
    await expect(start({ port, env: { PATH: '/nonexistent' } })).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken.`);
  });
});
