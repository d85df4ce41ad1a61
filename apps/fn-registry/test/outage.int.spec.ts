import { lockfileSchemaIds } from '@foundnow/contracts';
import { registrySchemaIds } from '@foundnow/contracts/registry';
import { uuidv7 } from '@foundnow/kernel';
import { eventually } from '@foundnow/testing';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { OutageBench } from './outage-bench.ts';
import { StoppableRegistry } from './stoppable-registry.ts';

const PATIENCE = { timeoutMs: 60_000 };

let bench: OutageBench;
let registry: StoppableRegistry;
beforeEach(async () => {
  bench = await OutageBench.open();
  registry = await StoppableRegistry.at();
});
afterEach(async () => {
  registry.delay = () => Promise.resolve();
  await bench.close();
  await registry.stop();
});

const ids = (timeoutMs = 20_000) => registrySchemaIds({ url: registry.url, timeoutMs });
const about = (words: string) => bench.said.filter((line) => line.startsWith(words));

describe('while the schema registry is away', () => {
  it('writes go on, the relay waits and says so once, and everything flows in order when it is back', async () => {
    bench.startRelay(ids());
    const post = uuidv7.next();
    await bench.write('post.created', post);
    await eventually(() => expect(about('schema-registry')).toHaveLength(1), PATIENCE);
    await bench.write('post.resolved', post);
    await bench.write('post.deleted', post);
    expect(await bench.waiting()).toBe(3);
    await registry.start();
    await eventually(async () => expect(await bench.waiting()).toBe(0), PATIENCE);
    expect(await bench.published(post)).toEqual(['post.created', 'post.resolved', 'post.deleted']);
    expect(about('schema-registry')).toEqual([
      expect.stringContaining('events wait in the outbox'),
      'schema-registry: events flow again',
    ]);
  });

  it('events flow on whose numbers were asked for before', async () => {
    await registry.start();
    bench.startRelay(ids());
    await bench.write('post.created', uuidv7.next());
    await eventually(async () => expect(await bench.waiting()).toBe(0), PATIENCE);
    await registry.stop();
    const post = uuidv7.next();
    await bench.write('post.created', post);
    await eventually(async () => expect(await bench.published(post)).toEqual(['post.created']), PATIENCE);
    expect(about('schema-registry')).toEqual([]);
  });

  it('a consumer waits for what it cannot read yet, and goes on by itself', async () => {
    bench.startRelay(lockfileSchemaIds());
    await bench.startConsumer(ids(), ['post.created', 'post.resolved']);
    const post = uuidv7.next();
    await bench.write('post.created', post);
    await bench.write('post.resolved', post);
    await eventually(() => expect(bench.paused).toBeGreaterThan(1), PATIENCE);
    expect(bench.handled).toEqual([]);
    await registry.start();
    await eventually(() => expect(bench.handled).toEqual(['post.created', 'post.resolved']), PATIENCE);
    expect(bench.dead).toEqual([]);
  });
});

describe('a schema registry that takes a minute for an answer', () => {
  it('holds up the events that need it, and no others', async () => {
    const released = Promise.withResolvers<void>();
    await registry.start();
    registry.delay = (path) => (path.includes('PostResolved') ? released.promise : Promise.resolve());
    bench.startRelay(ids(60_000));
    const slow = uuidv7.next();
    await bench.write('post.resolved', slow);
    await eventually(() => expect(about('schema-registry')).toHaveLength(1), PATIENCE);
    const quick = Array.from({ length: 16 }, () => uuidv7.next());
    for (const post of quick) await bench.write('post.created', post);
    const flowed = async () =>
      (await Promise.all(quick.map((post) => bench.published(post)))).filter((all) => all.length > 0);
    // One of eight shards waits with the slow one.
    await eventually(async () => expect((await flowed()).length).toBeGreaterThan(8), PATIENCE);
    expect(await bench.published(slow)).toEqual([]);
    released.resolve();
    await eventually(async () => expect(await bench.waiting()).toBe(0), PATIENCE);
    expect(await bench.published(slow)).toEqual(['post.resolved']);
  });
});
