import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '@foundnow/postgres';
import { EventDecoder, frame, lockfileSchemaIds, SCHEMAS, type EventMap } from '@foundnow/contracts';
import { FakeClock } from '@foundnow/testing';
import { LetTimePass } from '../../src/use-cases/posts/let-time-pass.ts';
import { RepublishPosts, type RepublishProgress } from '../../src/use-cases/posts/republish-posts.ts';
import { aPost, anActor, NOON } from '../post.builder.ts';
import { openPostgresPosts, type PostgresPosts } from '../postgres-posts.ts';

const REPLICAS = 4;
const POSTS = 450;
const days = (count: number) => new Date(NOON.getTime() + count * 86_400_000);

let world: PostgresPosts;
const clock = new FakeClock(NOON);
const ids: string[] = [];
beforeAll(async () => {
  world = await openPostgresPosts();
  for (let i = 0; i < POSTS; i += 1) {
    // A few minutes apart, so that they fall due one after the other.
    const { post } = aPost({}, {}, anActor(), { now: new Date(NOON.getTime() + i * 60_000) });
    ids.push((await world.add(post)).state.id);
  }
});
afterAll(() => world.drop());

/** As four processes do it, each with connections of its own, all at once. */
async function allReplicas(): Promise<void> {
  const replicas = Array.from({ length: REPLICAS }, () => world.upkeepOver(world.openDatabase({ poolSize: 2 })));
  await Promise.all(replicas.map((upkeep) => new LetTimePass(upkeep, clock).run()));
  // What one passed over, because another had it, comes in the next round.
  for (const upkeep of replicas) await new LetTimePass(upkeep, clock).run();
}

async function toldOf(): Promise<Record<string, number>> {
  return withClient(world.adminUrl, async (client) => {
    const { rows } = await client.query<{ type: string; key: string; count: number }>(
      'select type, key, count(*)::int from posts.outbox group by type, key',
    );
    expect(rows.filter(({ count }) => count > 1)).toEqual([]);
    const types = Map.groupBy(rows, ({ type }) => type);
    return Object.fromEntries([...types].map(([type, of]) => [type, of.length]));
  });
}

describe('time, with four replicas at once', () => {
  it('has every notice sent once, three days before', async () => {
    clock.set(days(26.9));
    await allReplicas();
    expect(await toldOf()).toEqual({});
    clock.set(days(28));
    await allReplicas();
    await allReplicas();
    expect(await toldOf()).toEqual({ 'post.expiring': POSTS });
  });

  it('lets every post expire once', async () => {
    clock.set(days(31));
    await allReplicas();
    await allReplicas();
    expect(await toldOf()).toEqual({ 'post.expiring': POSTS, 'post.expired': POSTS });
    expect(await world.search.find(ids[0] ?? '', anActor())).toMatchObject({ status: 'expired', version: 3 });
  });
});

describe('publishing all live posts again', () => {
  const republish = () => new RepublishPosts(world.upkeepOver(world.database), clock);

  beforeAll(async () => {
    await withClient(world.adminUrl, (client) =>
      client.query(`delete from posts.outbox; update posts.post set status = 'active' where id <> '${ids[0] ?? ''}'`),
    );
  });

  it('counts in a dry run and tells nothing', async () => {
    expect((await lastOf(republish().run(null, true)))?.posts).toBe(POSTS - 1);
    expect(await toldOf()).toEqual({});
  });

  it('tells of each once, as it stands, also when it was stopped in between', async () => {
    const { posts: first = 0, last = null } = (await republish().run(null).next()).value ?? {};
    const rest = await lastOf(republish().run(last));
    expect([first > 0, first + (rest?.posts ?? 0)]).toEqual([true, POSTS - 1]);
    expect(await toldOf()).toEqual({ 'post.snapshot': POSTS - 1 });
    const state = await world.search.find(ids[9] ?? '', anActor());
    expect(await snapshotOf(ids[9] ?? '')).toMatchObject({ aggregateVersion: state?.version, title: 'Blue backpack' });
  });
});

async function lastOf(progress: AsyncIterable<RepublishProgress>): Promise<RepublishProgress | undefined> {
  let last: RepublishProgress | undefined;
  for await (last of progress);
  return last;
}

async function snapshotOf(id: string): Promise<EventMap['post.snapshot']> {
  return withClient(world.adminUrl, async (client) => {
    const { rows } = await client.query<{ body: Buffer; record_name: string; version: number }>(
      'select body, record_name, version from posts.outbox where key = $1',
      [id],
    );
    const schema = SCHEMAS.find((each) => each.recordName === rows[0]?.record_name && each.version === rows[0].version);
    const decoded = await new EventDecoder(lockfileSchemaIds()).decode(
      frame(schema?.id ?? 0, rows[0]?.body ?? Buffer.of()),
    );
    return decoded.payload as EventMap['post.snapshot'];
  });
}
