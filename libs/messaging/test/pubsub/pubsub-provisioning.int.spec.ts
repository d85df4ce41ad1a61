import { PubSub } from '@google-cloud/pubsub';
import { uuidv7 } from '@foundnow/kernel';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@foundnow/testing';
import { createPubSubBus, provisionPubSub, type PubSubBusOptions } from '../../src/pubsub/index.ts';
import { Ledger } from '../ledger.ts';
import { aMessage } from '../sample-messages.ts';
import { FaultyProxy } from './faulty-proxy.ts';
import { type PubSubHarness, startPubSubHarness } from './pubsub-harness.ts';

const DAY = 24 * 60 * 60 * 1000;
const DENIED = { status: 7 };

describe('Provisioning Pub/Sub', () => {
  let harness: PubSubHarness;
  let proxy: FaultyProxy;

  beforeAll(async () => {
    harness = await startPubSubHarness();
    proxy = await FaultyProxy.start(harness.options.emulatorHost ?? '');
  }, 120_000);
  afterAll(async () => {
    await proxy.close();
    await harness.close();
  });

  /** A project without anything, reached through the proxy. */
  const emptyProject = (): PubSubBusOptions => ({
    ...harness.options,
    projectId: `fn-${uuidv7.next()}`,
    emulatorHost: proxy.host,
  });
  const groups = ['fn-matcher', 'fn-posts'];
  const plans = [
    { name: 'posts.events', partitions: 12, retentionMs: 30 * DAY, groups },
    { name: 'posts.events.dlq', partitions: 1, retentionMs: 30 * DAY, groups: [] },
  ];
  const everything = [
    'posts.events',
    'posts.events.dlq',
    'posts.events.dlq~~standing',
    'posts.events~fn-matcher',
    'posts.events~fn-posts',
  ];

  it('makes topics, the subscriptions of their groups, and one that keeps dead letters; and nothing a second time', async () => {
    const options = emptyProject();
    const first = await provisionPubSub(options, plans);
    expect(first.created.toSorted()).toEqual(everything);
    expect(await provisionPubSub(options, plans)).toEqual({ created: [], altered: [], warnings: [] });
  });

  it('says in a dry run what it would make, and makes nothing', async () => {
    const options = emptyProject();
    expect((await provisionPubSub(options, plans, { dryRun: true })).created.toSorted()).toEqual(everything);
    expect((await provisionPubSub(options, plans)).created.toSorted()).toEqual(everything);
    const right = { created: [], altered: [], warnings: [] };
    expect(await provisionPubSub(options, plans, { dryRun: true })).toEqual(right);
  });

  it('lets four start at once, and each thing is made by one of them', async () => {
    const options = emptyProject();
    const all = await Promise.all([1, 2, 3, 4].map(() => provisionPubSub(options, plans)));
    expect(all.flatMap(({ created }) => created).toSorted()).toEqual(everything);
  });

  it('keeps order per key, never expires, and keeps what was published before a group first comes', async () => {
    const options = emptyProject();
    await provisionPubSub(options, plans);
    const { projectId, emulatorHost = '' } = options;
    const clientOptions = { universeDomain: 'googleapis.com' };
    const client = new PubSub({ projectId, apiEndpoint: emulatorHost, emulatorMode: true, clientOptions });
    const [metadata] = await client.subscription('posts.events~fn-matcher').getMetadata();
    expect(metadata).toMatchObject({
      enableMessageOrdering: true,
      expirationPolicy: { ttl: null },
      deadLetterPolicy: null,
    });
    await client.close();
    const bus = createPubSubBus(options);
    const ledger = new Ledger();
    await bus.publish([0, 1].map((seq) => aMessage('posts.events', 'a', { seq })));
    await bus.subscribe({ group: 'fn-matcher', topics: ['posts.events'] }, ledger.take);
    await eventually(() => expect(ledger.seqs('a')).toEqual([0, 1]), { timeoutMs: 60_000 });
    await bus.close();
  });

  it('says without the right to make things what is missing and which commands make it', async () => {
    const options = emptyProject();
    proxy.judge = (method) => (method.startsWith('Create') ? DENIED : 'none');
    const refusal = await provisionPubSub(options, plans).catch((error: unknown) => error);
    proxy.judge = () => 'none';
    expect(refusal).toMatchObject({ code: 'bus.not_provisioned', kind: 'dependency' });
    const [, ...commands] = String(refusal).split('\n');
    expect(commands).toHaveLength(everything.length);
    const start = `gcloud pubsub topics create posts.events --project=${options.projectId} --message-retention-duration=30d`;
    expect(commands).toContain(start);
    expect(
      commands.filter((command) => command.includes('subscriptions create posts.events~fn-matcher ')),
    ).toHaveLength(1);
  });

  it('needs no right to make things where all is there', async () => {
    const options = emptyProject();
    await provisionPubSub(options, plans);
    proxy.judge = (method) => (method.startsWith('Create') ? DENIED : 'none');
    const again = await provisionPubSub(options, plans);
    proxy.judge = () => 'none';
    expect(again).toEqual({ created: [], altered: [], warnings: [] });
  });

  it('says that it cannot see, when it may not look either', async () => {
    proxy.judge = (method) => (/^(Create|Get)/.test(method) ? DENIED : 'none');
    const { created, warnings } = await provisionPubSub(emptyProject(), plans);
    proxy.judge = () => 'none';
    expect([created, warnings.length]).toEqual([[], everything.length]);
  });
});
