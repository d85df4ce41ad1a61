import { afterEach, describe, expect, it } from '@jest/globals';
import { type KafkaCluster, type KafkaSecurity, startKafka } from '@foundnow/testing/brokers';
import { servingBrokers } from '../../src/brokers/kafka/serving-brokers.ts';
import { consume, kafkaClient, makeTopic, produce } from './messages.ts';

const superUser = { username: 'root', password: 'r"o\\o t' };
const users = [{ username: 'clerk', password: 'ink' }];

describe('a Kafka with locks', () => {
  let cluster: KafkaCluster | undefined;

  afterEach(async () => {
    await cluster?.stop();
    cluster = undefined;
  });

  const start = async (security: KafkaSecurity) => (cluster = await startKafka({ security }));

  it('lets its super user do everything, and others what an ACL allows: nothing, while there is none', async () => {
    const { clerk, root } = await withUsers({ sasl: { mechanism: 'plain', superUser, users } });
    await makeTopic(root, 'ledger');
    await produce(root, 'ledger', 'an entry');
    expect(await consume(root, 'ledger', 1)).toEqual(['an entry']);
    await expect(produce(clerk, 'ledger', 'a forgery')).rejects.toThrow(/Not authorized/);
  });

  it('knows its users by SCRAM, over TLS', async () => {
    const mechanism = 'scram-sha-256' as const;
    const plain = { username: 'root', password: 'secret' };
    const { root } = await withUsers({ sasl: { mechanism, superUser: plain, users }, tls: 'server' });
    await makeTopic(root, 'ledger');
    await produce(root, 'ledger', 'an entry');
    expect(await consume(root, 'ledger', 1)).toEqual(['an entry']);
    const stranger = { ...cluster!.access(), sasl: { mechanism, username: 'root', password: 'guessed' } };
    await expect(servingBrokers(stranger.brokers[0]!, stranger)).rejects.toThrow(/[Aa]uthentication/);
  });

  it('refuses a client without certificate where both sides must show one', async () => {
    const { brokers, tls } = (await start({ tls: 'mutual' })).access();
    expect(await servingBrokers(brokers[0]!, { tls: tls! })).toEqual([1]);
    await expect(servingBrokers(brokers[0]!, { tls: { ca: tls!.ca } })).rejects.toThrow();
  });

  async function withUsers(security: KafkaSecurity) {
    const started = await start(security);
    return { root: kafkaClient(started.access()), clerk: kafkaClient(started.access('clerk')) };
  }
});
