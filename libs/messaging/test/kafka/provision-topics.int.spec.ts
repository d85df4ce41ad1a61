import { uuidv7 } from '@foundnow/kernel';
import { testKafka } from '@foundnow/testing/brokers';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { TopicPlan } from '../../src/index.ts';
import { provisionKafkaTopics } from '../../src/kafka/index.ts';
import { PlainKafka } from './plain-kafka.ts';

const DAY = 86_400_000;
describe('the provisioning of topics', () => {
  const brokers = testKafka();
  const connection = { brokers };
  const plain = new PlainKafka(brokers);
  const made: string[] = [];
  const aPlan = (changes: Partial<TopicPlan> = {}): TopicPlan => {
    const name = `provision.${uuidv7.next()}`;
    made.push(name);
    return { name, partitions: 3, retentionMs: 30 * DAY, groups: ['fn-posts'], ...changes };
  };
  afterAll(async () => {
    const there = new Set(await plain.asAdmin((admin) => admin.listTopics()));
    await plain.remove(made.filter((name) => there.has(name)));
  }, 120_000);

  it('makes what is missing as planned, and the next time there is nothing to do', async () => {
    const plans = [aPlan(), aPlan({ partitions: 1, retentionMs: 1000 })];
    const [large, small] = plans.map(({ name }) => name) as [string, string];
    expect(await provisionKafkaTopics(connection, plans)).toEqual({
      created: [large, small],
      altered: [],
      warnings: [],
    });
    const { topics } = await plain.asAdmin((admin) => admin.fetchTopicMetadata({ topics: [large, small] }));
    const sizes = new Map(topics.map(({ name, partitions }) => [name, partitions.length]));
    expect([sizes.get(large), sizes.get(small)]).toEqual([3, 1]);
    expect(await plain.settings(large)).toMatchObject({
      'cleanup.policy': 'delete',
      'max.message.bytes': '1048588',
      'message.timestamp.type': 'LogAppendTime',
      'retention.ms': String(30 * DAY),
    });
    expect(await provisionKafkaTopics(connection, plans)).toEqual({ created: [], altered: [], warnings: [] });
  });

  it('may be done by four services at once', async () => {
    const plans = [aPlan(), aPlan(), aPlan()];
    const reports = await Promise.all([0, 1, 2, 3].map(() => provisionKafkaTopics(connection, plans)));
    const created = reports.flatMap((report) => report.created);
    expect([...created].sort()).toEqual(plans.map(({ name }) => name).sort());
  });

  it('brings back what has drifted and leaves alone what else an operator has set', async () => {
    const plan = aPlan();
    await provisionKafkaTopics(connection, [plan]);
    const before = await plain.settings(plan.name);
    const own = { 'flush.messages': '12345', 'max.message.bytes': '2000000' };
    await plain.setSettings(plan.name, { ...before, ...own, 'retention.ms': '60000', 'cleanup.policy': 'compact' });
    const expected = { 'cleanup.policy': 'delete', 'retention.ms': String(30 * DAY) };
    const altered = [{ topic: plan.name, settings: expected }];
    expect(await provisionKafkaTopics(connection, [plan], { dryRun: true })).toMatchObject({ altered });
    expect(await plain.settings(plan.name)).toMatchObject({ 'retention.ms': '60000' });
    expect(await provisionKafkaTopics(connection, [plan])).toMatchObject({ altered });
    expect(await plain.settings(plan.name)).toEqual({ ...before, ...own });
  });

  it('tells of another number of partitions and does not touch it: keys would move', async () => {
    const plan = aPlan();
    await provisionKafkaTopics(connection, [plan]);
    const { warnings } = await provisionKafkaTopics(connection, [{ ...plan, partitions: 6 }]);
    expect(warnings).toEqual([expect.stringContaining(`${plan.name} has 3 partitions, planned are 6`)]);
    const { topics } = await plain.asAdmin((admin) => admin.fetchTopicMetadata({ topics: [plan.name] }));
    expect(topics[0]?.partitions).toHaveLength(3);
  });

  it('says in a dry run what it would make, and makes nothing', async () => {
    const plan = aPlan();
    const report = await provisionKafkaTopics(connection, [plan], { dryRun: true });
    expect(report).toMatchObject({ created: [plan.name] });
    expect(await plain.asAdmin((admin) => admin.listTopics())).not.toContain(plan.name);
  });
});
