import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database, openPool, type TenantScope, withClient } from '@foundnow/postgres';
import { sequenceId } from '@foundnow/testing';
import { ANY_VERSION } from '../../src/use-cases/posts/expected-version.ts';
import { aPost, anActor } from '../post.builder.ts';
import { asked, openPostgresContacts, type PostgresContacts } from '../postgres-contacts.ts';

const HOUR = 3_600_000;
const [OWNER, REQUESTER, OTHER, ORG] = [11, 12, 13, 14].map(sequenceId) as [string, string, string, string];
const owner = anActor({ userId: OWNER });
const requester = anActor({ userId: REQUESTER });
const GIVEN = { contact: { email: 'owner@example.org' }, validForHours: 2, singleUse: false };

let contacts: PostgresContacts;
beforeAll(async () => {
  contacts = await openPostgresContacts();
});
afterAll(() => contacts.drop());

const somebodyAsks = async () => {
  // So that all of them together do not come to ten within the hour.
  contacts.clock.advance(HOUR);
  const { post } = aPost({}, {}, owner);
  return asked(contacts, await contacts.add(post), REQUESTER);
};

/** What lies in the tables of one exchange. */
async function rowsOf(id: string) {
  return withClient(contacts.adminUrl, async (client) => {
    const one = async (text: string, value: string) => (await client.query(text, [value])).rows[0] as unknown;
    return {
      exchange: await one('select status, message, envelope, token_hash from posts.contact_exchange where id = $1', id),
      key: await one(`select wrapped_key from posts.person_data_keys where person_id = $1`, `contact-exchange/${id}`),
      token: await one('select hash from posts.single_use_tokens where subject = $1', id),
    };
  });
}

describe('a contact exchange over time', () => {
  it('shows nothing from the moment that it runs out, and keeps neither ciphertext, key nor token', async () => {
    const id = await somebodyAsks();
    await contacts.decideContact.approve(id, { ...GIVEN, singleUse: true }, owner, ANY_VERSION);
    const before = await rowsOf(id);
    expect(before).toMatchObject({
      exchange: { status: 'approved', envelope: expect.stringMatching(/^fe1\./), token_hash: expect.any(String) },
      key: { wrapped_key: expect.any(Buffer) },
      token: { hash: expect.any(Buffer) },
    });
    expect(JSON.stringify(before)).not.toContain('owner@');
    contacts.clock.advance(2 * HOUR);
    await expect(contacts.revealContact.run(id, null, requester)).rejects.toThrow(/is expired/);
    contacts.clock.advance(1);
    await contacts.letContactsPassOver(contacts.database).run();
    expect(await rowsOf(id)).toEqual({
      exchange: { status: 'expired', message: null, envelope: null, token_hash: null },
      key: { wrapped_key: null },
      token: undefined,
    });
  });

  it('does not open for other people, nor longer, when somebody alters its row', async () => {
    const id = await somebodyAsks();
    await contacts.decideContact.approve(id, GIVEN, owner, ANY_VERSION);
    await withClient(contacts.adminUrl, (client) =>
      client.query(`update posts.contact_exchange set expires_at = expires_at + interval '1 hour' where id = $1`, [id]),
    );
    await expect(contacts.revealContact.run(id, null, requester)).rejects.toThrow(
      /another person, purpose, party or expiry/,
    );
    await withClient(contacts.adminUrl, (client) =>
      client.query(
        `update posts.contact_exchange set expires_at = expires_at - interval '1 hour', requester_id = $2 where id = $1`,
        [id, OTHER],
      ),
    );
    const other = anActor({ userId: OTHER });
    await expect(contacts.revealContact.run(id, null, other)).rejects.toThrow(
      /another person, purpose, party or expiry/,
    );
  });

  it('runs out unanswered after a week, once, also when several replicas look', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 8; n += 1) ids.push(await somebodyAsks());
    contacts.clock.advance(8 * 24 * HOUR);
    const replicas = Array.from({ length: 4 }, (_, n) => {
      const pool = openPool({ url: contacts.appUrl, schema: 'posts', applicationName: `replica-${n}`, poolSize: 1 });
      return new Database(pool);
    });
    await Promise.all(replicas.map((database) => contacts.letContactsPassOver(database).run()));
    await Promise.all(replicas.map((database) => database.close()));
    const told = await withClient(contacts.adminUrl, async (client) => {
      const { rows } = await client.query<{ subject: string }>(
        `select attributes->>'subject' as subject from posts.outbox where type like '%contact%expired%'`,
      );
      return rows.map(({ subject }) => subject).filter((subject) => ids.includes(subject));
    });
    expect(told.sort()).toEqual(ids.toSorted());
    for (const id of ids) expect((await rowsOf(id)).exchange).toMatchObject({ status: 'expired', message: null });
  });

  it('keeps what was approved when its post comes to its end, and closes what waits', async () => {
    const approved = await somebodyAsks();
    const waiting = await somebodyAsks();
    await contacts.decideContact.approve(approved, GIVEN, owner, ANY_VERSION);
    for (const id of [approved, waiting]) {
      const postId = (await contacts.contactSearch.find(id, owner))?.post.id ?? '';
      await contacts.posts.update(postId, owner, ANY_VERSION, (post) =>
        post.resolve('returned', null, owner, contacts.clock.now()),
      );
    }
    await contacts.letContactsPassOver(contacts.database).run();
    expect((await contacts.contactSearch.find(waiting, owner))?.status).toBe('denied');
    expect((await contacts.revealContact.run(approved, null, requester)).contact).toEqual(GIVEN.contact);
  });

  it('lets nobody in but its two people, below every query', async () => {
    const id = await somebodyAsks();
    const shown = (scope: TenantScope) =>
      contacts.database.read(scope, async (tx) => {
        const rows = await tx.query('select 1 from posts.contact_exchange where id = $1', [id]);
        return rows.length;
      });
    const scopes: TenantScope[] = [
      { person: OWNER },
      { org: ORG, person: REQUESTER },
      { person: OTHER },
      { org: ORG, person: OTHER },
      { anonymous: true, publicReads: true },
      { worker: 'operator' },
    ];
    expect(await Promise.all(scopes.map(shown))).toEqual([1, 1, 0, 0, 0, 0]);
  });
});
