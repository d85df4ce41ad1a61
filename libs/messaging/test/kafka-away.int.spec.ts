import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { freePort } from '@foundnow/testing';
import type { KafkaBusOptions, MessageBus } from '../src/index.ts';
import { createKafkaBus, provisionKafkaTopics } from '../src/kafka/index.ts';
import { aMessage } from './sample-messages.ts';

const timings = { connectMs: 500, requestMs: 1000, closeMs: 500 };
const sasl = { mechanism: 'plain', username: 'fn-posts', password: 'correct horse' } as const;

describe('a Kafka that does not answer', () => {
  let server: Server | undefined;
  let bus: MessageBus | undefined;
  const sockets: Socket[] = [];
  afterEach(async () => {
    await bus?.close();
    for (const socket of sockets.splice(0)) socket.destroy();
    server?.close();
    server = undefined;
  });

  /** Takes connections and says nothing. */
  const silent = async (): Promise<string> => {
    server = createServer((socket) => sockets.push(socket.on('error', () => undefined)));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return `127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  const busAt = (broker: string, options: Partial<KafkaBusOptions> = {}): MessageBus => {
    bus = createKafkaBus({ connection: { brokers: [broker], sasl }, clientId: 'fn-posts', timings, ...options });
    return bus;
  };
  const failureOf = async (work: Promise<unknown>): Promise<string> => {
    const error: unknown = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).toBeInstanceOf(Error);
    expect(String((error as Error).stack)).not.toContain('correct horse');
    return (error as Error).message;
  };

  it('fails publish, subscribe and ping with the address and with what to look at', async () => {
    const broker = `127.0.0.1:${await freePort()}`;
    const away = busAt(broker);
    const help = `The Kafka brokers ${broker} do not answer`;
    const options = { group: 'g', topics: ['t'] };
    expect(await failureOf(away.ping())).toContain(help);
    expect(await failureOf(away.publish([aMessage('t', 'a')]))).toContain(help);
    expect(await failureOf(away.subscribe(options, async () => undefined))).toContain(help);
    expect(await failureOf(provisionKafkaTopics({ brokers: [broker] }, []))).toContain(help);
  }, 120_000);

  it('does not keep a ping or a close waiting', async () => {
    const away = busAt(await silent());
    const publish = failureOf(away.publish([aMessage('t', 'a')]));
    const began = performance.now();
    expect(await failureOf(away.ping())).toContain('do not answer');
    expect(performance.now() - began).toBeLessThan(20_000);
    const closing = performance.now();
    await away.close();
    expect(performance.now() - closing).toBeLessThan(15_000);
    await publish;
  }, 120_000);
});
