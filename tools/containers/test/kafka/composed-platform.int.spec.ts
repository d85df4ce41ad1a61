import { eventually } from '@foundnow/testing';
import { type KafkaCluster, startKafka } from '@foundnow/testing/brokers';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ReplayedPlatform, type RunningContainer } from '../replayed-platform.ts';
import { reportItem } from '../report-item.ts';

const BUILD_MS = 600_000;
const SERVICES = ['fn-posts', 'fn-media-ai', 'fn-matcher', 'fn-notifications'];

let kafka: KafkaCluster;
let platform: ReplayedPlatform;
// A Kafka of its own: counts and offsets of the services begin at nothing.
beforeAll(async () => {
  [kafka, platform] = await Promise.all([startKafka(), ReplayedPlatform.build(['fn-cli', 'fn-registry', ...SERVICES])]);
  platform.hosts.set('kafka:9092', kafka.brokers.join(','));
}, BUILD_MS);
// Folders of packages are removed: on a busy disk that takes minutes, too.
afterAll(async () => {
  await platform.stop();
  await kafka.stop();
}, BUILD_MS);

async function tokenOf(role: string): Promise<string> {
  const { output } = await platform.fn('token', '--user', 'desk-1', '--role', role);
  return output.trim();
}

async function received({ url }: RunningContainer, token: string): Promise<number> {
  const answer = await fetch(`${url}/api/v1/stats`, { headers: { authorization: `Bearer ${token}` } });
  return ((await answer.json()) as { received: number }).received;
}

it(
  'the platform as composed, in the order of its file, carries a report through Kafka to every service',
  async () => {
    expect(await platform.run(platform.composed('keys'))).toMatchObject({ code: 0 });
    expect(await platform.provision()).toMatchObject({ code: 0 });
    expect(await platform.run(platform.composed('topics'))).toMatchObject({
      code: 0,
      output: expect.stringContaining('made posts.events'),
    });
    await platform.start('fn-registry');
    const running = await Promise.all(SERVICES.map((service) => platform.start(service)));
    const [posts, ...readers] = running;
    const { status } = await reportItem(posts?.url ?? '', await tokenOf('staff'));
    expect(status).toBe(201);
    const token = await tokenOf('admin');
    await eventually(
      async () => expect(await Promise.all(readers.map((reader) => received(reader, token)))).toEqual([1, 1, 1]),
      { timeoutMs: 60_000, intervalMs: 250 },
    );
    const ended = await Promise.all(running.map((service) => service.process.stop()));
    expect(ended.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
  },
  BUILD_MS,
);
