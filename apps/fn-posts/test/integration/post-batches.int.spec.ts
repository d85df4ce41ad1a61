import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Idempotency, IdempotencyStore } from '@foundnow/http';
import { OutboxWriter } from '@foundnow/outbox';
import { withClient } from '@foundnow/postgres';
import { eventually, sequenceId } from '@foundnow/testing';
import { PostgresPostBatches } from '../../src/outbound/postgres/intake/postgres-post-batches.ts';
import type { Draft } from '../../src/use-cases/posts/draft-post.ts';
import { anActor, aPost, aReference } from '../post.builder.ts';
import { openPostgresPosts, type PostgresPosts } from '../postgres-posts.ts';

const desk = anActor({ orgId: sequenceId(51), isStaff: true });

let world: PostgresPosts;
let batches: PostgresPostBatches;
let batchId: string;
let nextBatch = 0;
beforeAll(async () => {
  world = await openPostgresPosts();
  const outbox = new OutboxWriter({ schema: 'posts', service: 'fn-posts' });
  const idempotency = new Idempotency(world.database, new IdempotencyStore('posts'));
  batches = new PostgresPostBatches(world.database, outbox, idempotency);
});
beforeEach(() => void (batchId = sequenceId(5_000 + (nextBatch += 1))));
afterAll(() => world.drop());

/** A found item whose reference is the first of these, and the next when it is drawn again. */
function aDraft(...references: number[]): Draft {
  const draw = () => aPost({ kind: 'found' }, { reference: aReference(references.shift() ?? 0) }, desk);
  return { ...draw(), warnings: [], redraw: draw };
}

async function kept(): Promise<{ posts: number; events: number; answers: number }> {
  return withClient(world.adminUrl, async (client) => {
    const { rows } = await client.query<{ posts: number; events: number; answers: number }>(`select
      (select count(*)::int from posts.post) as posts, (select count(*)::int from posts.outbox) as events,
      (select count(*)::int from posts.idempotency) as answers`);
    return rows[0] ?? { posts: -1, events: -1, answers: -1 };
  });
}

describe('a batch of posts', () => {
  it('draws another reference for an item whose own is taken, and keeps the others', async () => {
    await batches.addAll(batchId, [aDraft(1)], desk, undefined);
    const { items } = await batches.addAll(batchId, [aDraft(2), aDraft(1, 3), aDraft(4)], desk, undefined);
    expect(items).toMatchObject([2, 3, 4].map((seed) => ({ reference: aReference(seed) })));
  });

  it('leaves nothing behind when the database goes away in the middle of it', async () => {
    const before = await kept();
    const once = { person: desk.userId, id: Buffer.alloc(32, 7), fingerprint: Buffer.alloc(32, 8) };
    await withClient(world.ownerUrl, async (other) => {
      // Takes the third item's reference away without committing it, so that the batch stands still there.
      await other.query('begin');
      await other.query(`select set_config('app.org', $1, true)`, [desk.orgId]);
      const { rowCount } = await other.query('delete from posts.post where reference = $1', [aReference(1)]);
      expect(rowCount).toBe(1);
      const adding = batches.addAll(batchId, [aDraft(11), aDraft(12), aDraft(1), aDraft(13)], desk, once);
      const failure = adding.catch((error: unknown) => error);
      await killWhoWaits();
      expect(await failure).toMatchObject({ kind: 'dependency' });
      await other.query('rollback');
    });
    expect(await kept()).toEqual(before);
    const again = await batches.addAll(batchId, [aDraft(11), aDraft(12), aDraft(1, 14), aDraft(13)], desk, once);
    expect(again).toMatchObject({ replayed: false, items: { length: 4 } });
  });
});

async function killWhoWaits(): Promise<void> {
  await withClient(world.adminUrl, (client) =>
    eventually(async () => {
      const { rowCount } = await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database()
         and wait_event_type = 'Lock' and query ilike 'insert into posts.post%'`,
      );
      expect(rowCount).toBe(1);
    }),
  );
}
