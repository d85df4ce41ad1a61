import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { goldenExample } from '@foundnow/contracts/testing';
import { uuidv7 } from '@foundnow/kernel';
import { Inbox } from '@foundnow/outbox';
import { Database, openPool, withClient } from '@foundnow/postgres';
import { FakeClock } from '@foundnow/testing';
import type { Actor } from '../../src/domain/actor.ts';
import type { Post } from '../../src/domain/post/post.ts';
import { DUE_CLOSED, DUE_DELETED } from '../../src/outbound/postgres/privacy/postgres-retention.ts';
import { PostgresOrganizations } from '../../src/outbound/postgres/organizations/postgres-organizations.ts';
import { ANY_VERSION } from '../../src/use-cases/posts/expected-version.ts';
import { columnsWith } from '../every-column.ts';
import { aPost, anActor, NOON } from '../post.builder.ts';
import { asked, openPostgresContacts, type PostgresContacts } from '../postgres-contacts.ts';
import { forgettingOver } from '../postgres-erasures.ts';

const DAY = 86_400_000;
const QUICK = crypto.randomUUID();
const UNKNOWN = crypto.randomUUID();
const NEVER = crypto.randomUUID();
const NEGATIVE = crypto.randomUUID();
const ENDLESS = crypto.randomUUID();
const HOUSES = [
  [QUICK, 10],
  [NEVER, 0],
  [NEGATIVE, -1],
  [ENDLESS, 2_147_483_647],
] as const;
const FOR_EVER = new FakeClock(NOON);

let contacts: PostgresContacts;
beforeAll(async () => {
  contacts = await openPostgresContacts();
  const organizations = new PostgresOrganizations(contacts.database, new Inbox(contacts.database, 'posts'));
  const { settings, ...organization } = goldenExample('organization.created');
  for (const [orgId, retentionDays] of HOUSES) {
    const kept = { ...settings, retentionDays, defaultVisibility: 'public' } as const;
    const delivery = { group: 'fn-posts', generation: 0, eventId: uuidv7.next() };
    await organizations.keep({ ...organization, version: 1, orgId, settings: kept }, delivery);
  }
});
afterAll(() => contacts.drop());
beforeEach(() => FOR_EVER.set(NOON));

const somebody = (orgId: string | null = null) => anActor({ userId: crypto.randomUUID(), orgId });
const closed = async (by: Actor, how: (post: Post) => unknown, title = 'Backpack') => {
  const added = await contacts.add(aPost({ title }, {}, by).post, by);
  await contacts.posts.update(added.state.id, by, ANY_VERSION, (post) => how(post) as never);
  return added.state.id;
};
const resolved = (by: Actor) => closed(by, (post) => post.resolve('returned', null, by, NOON));
const expired = (by: Actor) => closed(by, (post) => post.expire(by, NOON));
const deleted = (by: Actor, title?: string) => closed(by, (post) => post.delete(by, NOON), title);
const lettingGo = async (days: number, database: Database = contacts.database) => {
  FOR_EVER.set(new Date(NOON.getTime() + days * DAY));
  await forgettingOver(database, FOR_EVER).retention.run();
};
const asAdmin = <T>(text: string, values: readonly unknown[] = []) =>
  withClient(contacts.adminUrl, async (client) => (await client.query(text, [...values])).rows as T[]);
const titlesOf = async (...ids: string[]) => {
  const rows = await asAdmin<{ id: string; title: string }>('select id, title from posts.post where id = any($1)', [
    ids,
  ]);
  return ids.map((id) => rows.find((row) => row.id === id)?.title);
};
const toldOf = async (id: string) => {
  const rows = await asAdmin<{ type: string }>('select type from posts.outbox where key = $1 order by id', [id]);
  return rows.map(({ type }) => type);
};

describe('a post that is over', () => {
  it('is kept for as long as its organization says, and a year where none says anything', async () => {
    const ids = [await resolved(somebody(QUICK)), await expired(somebody()), await resolved(somebody(UNKNOWN))];
    await lettingGo(9.9);
    expect(await titlesOf(...ids)).toEqual(['Backpack', 'Backpack', 'Backpack']);
    await lettingGo(10);
    expect(await titlesOf(...ids)).toEqual(['', 'Backpack', 'Backpack']);
    await lettingGo(364.9);
    expect(await titlesOf(...ids)).toEqual(['', 'Backpack', 'Backpack']);
    await lettingGo(365);
    expect(await titlesOf(...ids)).toEqual(['', '', '']);
  });

  it('is kept for ever where its organization says 0 days, or less, or more than there are', async () => {
    const houses = [NEVER, NEGATIVE, ENDLESS];
    const ids = await Promise.all(houses.map(async (house) => resolved(somebody(house))));
    const other = await expired(somebody(QUICK));
    await lettingGo(4000);
    expect(await titlesOf(...ids, other)).toEqual(['Backpack', 'Backpack', 'Backpack', '']);
  });

  it('tells once that it is deleted, and keeps no earlier version, nor who it was', async () => {
    const by = somebody(QUICK);
    const id = await resolved(by);
    await lettingGo(10);
    await lettingGo(11);
    expect(await toldOf(id)).toEqual(['post.resolved', 'post.deleted']);
    expect(await columnsWith(contacts.adminUrl, [by.userId])).toEqual(['outbox.body']);
    expect(await asAdmin('select 1 from posts.post_version where post_id = $1', [id])).toEqual([]);
  });

  it('that is open again counts from when it is closed next', async () => {
    const by = somebody(QUICK);
    const id = await resolved(by);
    const house = { expiryDays: 0, photoRequired: false, defaultVisibility: 'public', isOpen: true } as const;
    await contacts.posts.update(id, by, ANY_VERSION, (post) => post.reactivate(house, by, NOON));
    await lettingGo(400);
    expect(await titlesOf(id)).toEqual(['Backpack']);
  });
});

describe('a post that was deleted', () => {
  it('is stripped 30 days later, without who deleted it; nobody is told again', async () => {
    const by = somebody();
    const id = await deleted(by, 'Forgotten');
    await lettingGo(29.9);
    expect(await titlesOf(id)).toEqual(['Forgotten']);
    await lettingGo(30);
    expect(await titlesOf(id)).toEqual(['']);
    expect(await toldOf(id)).toEqual(['post.deleted']);
    const outside = (column: string) => column !== 'outbox.body';
    expect((await columnsWith(contacts.adminUrl, ['forgotten', by.userId])).filter(outside)).toEqual([]);
  });
});

describe('a contact exchange that is over', () => {
  it('is removed after 90 days; one that is open is not', async () => {
    const [owner, asker] = [somebody(), somebody()];
    contacts.clock.set(NOON);
    const ids: string[] = [];
    for (let n = 0; n < 2; n += 1)
      ids.push(await asked(contacts, await contacts.add(aPost({}, {}, owner).post), asker.userId));
    await contacts.decideContact.deny(ids[0] ?? '', 'other', owner, ANY_VERSION);
    const left = async () =>
      (await asAdmin<{ id: string }>('select id from posts.contact_exchange')).map(({ id }) => id);
    await lettingGo(89.9);
    expect((await left()).sort()).toEqual(ids.toSorted());
    await lettingGo(90);
    expect(await left()).toEqual(ids.slice(1));
  });
});

describe('letting go', () => {
  it('is done by many replicas together, each post once, and noted without names', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 230; n += 1) ids.push(await resolved(somebody(QUICK)));
    const databases = Array.from({ length: 3 }, (_, n) => {
      const pool = openPool({ url: contacts.appUrl, schema: 'posts', applicationName: `replica-${n}`, poolSize: 1 });
      return new Database(pool);
    });
    await Promise.all(databases.map((database) => lettingGo(10, database)));
    await Promise.all(databases.map((database) => database.close()));
    await lettingGo(10);
    expect(new Set(await titlesOf(...ids))).toEqual(new Set(['']));
    for (const id of ids.slice(0, 20)) expect(await toldOf(id)).toEqual(['post.resolved', 'post.deleted']);
    const [noted] = await asAdmin(`select actor, subject from posts.audit_entries where action = 'retention.applied'`);
    expect(noted).toEqual({ actor: 'system', subject: 'retention/posts' });
  });

  it.each([
    ['closed', DUE_CLOSED, /Index Scan using post_closed on post[^\n]*\n *Index Cond: \(\(CASE[^\n]*closed_at/],
    ['deleted', DUE_DELETED, /Index Scan using post_deleted on post[^\n]*\n *Index Cond: \(closed_at/],
  ])('finds what is %s through an index, however many posts there are', async (_, due, wanted) => {
    const plan = await withClient(contacts.ownerUrl, async (client) => {
      await client.query(`set enable_seqscan = off; set app.worker = 'eraser'`);
      await client.query(`prepare due(timestamptz, int, int) as ${due}`);
      const { rows } = await client.query<{ 'QUERY PLAN': string }>('explain execute due(now(), 365, 100)');
      return rows.map((row) => row['QUERY PLAN']).join('\n');
    });
    expect(plan).toMatch(wanted);
    expect(plan).not.toContain('Seq Scan on post');
  });
});
