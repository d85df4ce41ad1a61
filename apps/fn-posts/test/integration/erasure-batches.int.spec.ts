import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, openPool, withClient } from '@foundnow/postgres';
import { eventually, FakeClock } from '@foundnow/testing';
import { Post } from '../../src/domain/post/post.ts';
import type { Erasures } from '../../src/use-cases/privacy/erasures.port.ts';
import { columnsWith } from '../every-column.ts';
import { aPost, anActor, NOON } from '../post.builder.ts';
import { openPostgresPosts, type PostgresPosts } from '../postgres-posts.ts';
import { forgettingOver } from '../postgres-erasures.ts';

const PLANTED = 'wombat';
const NAMED = ['audit_entries.actor', 'audit_entries.subject', 'erasure.person_id', 'person_data_keys.person_id'];
const ORG = crypto.randomUUID();

const clock = new FakeClock(NOON);
let posts: PostgresPosts;
beforeAll(async () => {
  posts = await openPostgresPosts();
});
afterAll(() => posts.drop());

/** Somebody with so many posts of her own, one that she keeps private at a desk, and an item of its organization. */
async function somebodyWith(count: number) {
  const userId = crypto.randomUUID();
  const me = anActor({ userId });
  const mine: Post[] = [];
  for (let n = 0; n < count; n += 1) mine.push(await posts.add(aPost({ title: PLANTED }, {}, me).post, me));
  const desk = anActor({ userId, orgId: ORG, isStaff: true });
  mine.push(await posts.add(aPost({ title: PLANTED, visibility: 'private' }, {}, desk).post, desk));
  const kept = await posts.add(aPost({ kind: 'found' }, {}, desk).post, desk);
  return { userId, me, mine, kept, desk };
}

const seenBy = async (viewer: ReturnType<typeof anActor> | null, of: readonly Post[]) => {
  const found = await Promise.all(of.map(({ state }) => posts.search.find(state.id, viewer)));
  return found.filter((view) => view !== null).length;
};
const asAdmin = <T>(text: string, values: readonly unknown[] = []) =>
  withClient(posts.adminUrl, async (client) => (await client.query(text, [...values])).rows as T[]);
/** Events wait in the outbox here, because nobody takes them on. */
const leftOf = async (...needles: string[]) =>
  (await columnsWith(posts.adminUrl, needles)).filter(
    (column) => !NAMED.includes(column) && !column.startsWith('outbox.'),
  );
const deletions = async (of: readonly Post[]) => {
  const rows = await asAdmin<{ key: string }>(`select key from posts.outbox where type = 'post.deleted'`);
  return rows.map(({ key }) => key).filter((key) => of.some(({ state }) => state.id === key));
};

/** Killed after so many batches. */
function dyingAfter(batches: number): (erasures: Erasures) => Erasures {
  return (erasures) => {
    let left = batches;
    return {
      open: (...order) => erasures.open(...order),
      find: (id) => erasures.find(id),
      reopen: (since) => erasures.reopen(since),
      list: (query) => erasures.list(query),
      advance: async (...of) => {
        if (left === 0) throw new Error('killed');
        left -= 1;
        return erasures.advance(...of);
      },
    };
  };
}

async function replicas<T>(count: number, work: (database: Database) => Promise<T>): Promise<T[]> {
  const databases = Array.from({ length: count }, (_, n) => {
    const pool = openPool({ url: posts.appUrl, schema: 'posts', applicationName: `replica-${n}`, poolSize: 2 });
    return new Database(pool);
  });
  try {
    return await Promise.all(databases.map(work));
  } finally {
    await Promise.all(databases.map((database) => database.close()));
  }
}

describe('an erasure that is cut short', () => {
  it.each([0, 1, 2])('after %i batches shows nothing to anybody, and is ended by another process', async (batches) => {
    const { userId, me, mine, kept, desk } = await somebodyWith(250);
    const others = anActor({ userId: crypto.randomUUID() });
    const { erasePerson } = forgettingOver(posts.database, clock, dyingAfter(batches));
    await expect(erasePerson.run(userId, 'person')).rejects.toThrow('killed');
    for (const viewer of [null, others, me, desk]) expect(await seenBy(viewer, mine)).toBe(0);
    const query = { sort: 'newest', limit: 100, statuses: ['active'], authorId: userId } as const;
    expect((await posts.search.list(query, me)).posts.filter(({ title }) => title === PLANTED)).toEqual([]);
    expect(await seenBy(desk, [kept])).toBe(1);
    const { carryOn, erasures } = forgettingOver(posts.database, clock);
    await carryOn.run();
    expect(await leftOf(userId, PLANTED)).toEqual([]);
    expect(await deletions(mine)).toHaveLength(mine.length);
    expect(await erasures.find(userId)).toMatchObject({ completedAt: NOON, counts: { posts: 252 } });
  });

  it('is told of by no worker as long as it waits', async () => {
    const { userId, mine } = await somebodyWith(3);
    const { erasePerson } = forgettingOver(posts.database, clock, dyingAfter(0));
    await expect(erasePerson.run(userId, 'person')).rejects.toThrow('killed');
    const upkeep = posts.upkeepOver(posts.database);
    const passed: string[] = [];
    const note = (post: Post) => {
      passed.push(post.state.id);
      return [];
    };
    await upkeep.changeAfter(null, 1000, note);
    await upkeep.changeDue(new Date('2030-01-01'), 1000, note);
    expect(passed.filter((id) => mine.some(({ state }) => state.id === id))).toEqual([]);
    await forgettingOver(posts.database, clock).carryOn.run();
  });
});

describe('a batch that changes nothing', () => {
  it('is told of as trouble, rather than done again and again', async () => {
    const { userId } = await somebodyWith(1);
    const { erasures, carryOn } = forgettingOver(posts.database, clock);
    await erasures.open({ personId: userId, source: 'operator', requestedAt: NOON }, NOON);
    await expect(erasures.advance(userId.toUpperCase(), NOON, 100)).rejects.toThrow('posts');
    await carryOn.run();
    expect(await leftOf(userId, PLANTED)).toEqual([]);
  });
});

describe('what was under way when somebody was erased', () => {
  it('is found by the worker, wherever it came in past the refusal', async () => {
    const { userId, mine } = await somebodyWith(1);
    const { erasePerson, carryOn, erasures } = forgettingOver(posts.database, clock);
    await erasePerson.run(userId, 'person');
    await asAdmin(
      `insert into posts.idempotency (id, person, fingerprint, resource, expires_at)
       values ('\\x01', $1, '\\x02', 'none', now() + interval '1 day')`,
      [userId],
    );
    await asAdmin(`update posts.post set author_id = $1, title = $2 where id = $3`, [
      userId,
      PLANTED,
      mine[0]?.state.id,
    ]);
    expect(await leftOf(userId, PLANTED)).toEqual(['idempotency.person', 'post.author_id', 'post.title']);
    await carryOn.run();
    expect(await leftOf(userId, PLANTED)).toEqual([]);
    expect(await erasures.find(userId)).toMatchObject({ completedAt: NOON });
  });
});

describe('many replicas', () => {
  it('that erase the same people together tell of each post once, and leave nothing', async () => {
    const people = await Promise.all([somebodyWith(120), somebodyWith(40), somebodyWith(1)]);
    for (const { userId } of people) {
      const { erasePerson } = forgettingOver(posts.database, clock, dyingAfter(0));
      await expect(erasePerson.run(userId, 'person')).rejects.toThrow('killed');
    }
    await replicas(4, (database) => forgettingOver(database, clock).carryOn.run());
    expect(await leftOf(PLANTED, ...people.map(({ userId }) => userId))).toEqual([]);
    for (const { mine } of people)
      expect((await deletions(mine)).sort()).toEqual(mine.map(({ state }) => state.id).sort());
  });
});

describe('somebody who writes while she is erased', () => {
  it('is waited for, when she came first: what she wrote is erased as well', async () => {
    const userId = crypto.randomUUID();
    const me = anActor({ userId });
    const { post } = aPost({ title: PLANTED }, {}, me);
    const { erasePerson } = forgettingOver(posts.database, clock);
    let erased: Promise<unknown> = Promise.resolve();
    const slow = posts.database.transaction({ person: userId }, async (tx) => {
      await tx.query(`select posts.is_erased($1)`, [userId]);
      erased = erasePerson.run(userId, 'person');
      await eventually(async () => {
        const waiting = await asAdmin(`select 1 from pg_locks join pg_database d on d.oid = database
          where datname = current_database() and locktype = 'advisory' and not granted`);
        expect(waiting).toHaveLength(1);
      });
      await tx.query(
        `insert into posts.photo (id, folder, state, owner_id, created_at, due_at) values ($1, $2, 'awaited', $3, $4, $4)`,
        [crypto.randomUUID(), PLANTED + userId, userId, NOON],
      );
    });
    await slow;
    await erased;
    await expect(posts.add(post, me)).rejects.toMatchObject({ code: 'person.erased' });
    // The sweep of files, which is not played here, is what it waits for.
    await asAdmin(`delete from posts.photo where state = 'dropped'`);
    await forgettingOver(posts.database, clock).carryOn.run();
    expect(await leftOf(userId, PLANTED)).toEqual([]);
  });

  it('leaves nothing, however many of her reports and erasures run at once', async () => {
    const userId = crypto.randomUUID();
    const me = anActor({ userId });
    const outcomes: string[] = [];
    const report = async () => {
      const added = posts.add(aPost({ title: PLANTED }, {}, me).post, me);
      const outcome = await added.then(
        () => 'kept',
        (error: unknown) => (error as { code?: string }).code ?? 'failed',
      );
      outcomes.push(outcome);
    };
    const reports = (count: number) => Array.from({ length: count }, report);
    const before = reports(12);
    const erasures = replicas(2, (database) => forgettingOver(database, clock).erasePerson.run(userId, 'person'));
    await Promise.all([...before, ...reports(12), erasures]);
    await report();
    expect(outcomes.at(-1)).toBe('person.erased');
    expect(outcomes.filter((outcome) => outcome !== 'kept' && outcome !== 'person.erased')).toEqual([]);
    expect(await leftOf(userId, PLANTED)).toEqual([]);
  });
});
