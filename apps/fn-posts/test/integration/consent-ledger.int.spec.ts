import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidv7 } from '@foundnow/kernel';
import { Inbox } from '@foundnow/outbox';
import { migrate, revertLast, withClient } from '@foundnow/postgres';
import { testSchema, type TestSchema } from '@foundnow/postgres/testing';
import { consentRecords } from '../../src/outbound/postgres/privacy/consent-records.ts';
import { PostgresConsents } from '../../src/outbound/postgres/privacy/postgres-consents.ts';
import { fnPosts } from '../../src/service.ts';
import { NOON } from '../post.builder.ts';

let schema: TestSchema;
let ledger: PostgresConsents;
beforeAll(async () => {
  schema = await testSchema(fnPosts.schema, fnPosts.migrations);
  ledger = new PostgresConsents(schema.database, new Inbox(schema.database, 'posts'));
});
afterAll(() => schema.drop());

const delivery = () => ({ group: 'fn-posts', generation: 0, eventId: uuidv7.next() });
const asAdmin = (text: string, values: readonly unknown[] = []) =>
  withClient(schema.adminUrl, async (client) => (await client.query(text, [...values])).rows as unknown[]);
const listed = async (person: string) => ledger.list(person, NOON, 100);
const left = async (person: string) => {
  const [row] = await asAdmin(`select ${consentRecords.left('$1::uuid')} as left`, [person]);
  return (row as { left: boolean }).left;
};

async function somebodyWho(...granted: readonly boolean[]): Promise<string> {
  const person = crypto.randomUUID();
  const decisions = granted.map((yes, i) => {
    const decidedAt = new Date(NOON.getTime() + i);
    return { purpose: 'news', granted: yes, policyVersion: '2026-01', decidedAt };
  });
  await ledger.note(person, 1, decisions, delivery());
  return person;
}

describe('the ledger of consents', () => {
  it('only grows: what was decided is changed by nobody, and deleted by an erasure alone', async () => {
    const person = await somebodyWho(true);
    const asPerson = (text: string) => schema.database.transaction({ person }, (tx) => tx.query(text));
    await expect(asPerson('update posts.consent set granted = false')).rejects.toThrow(/append-only/);
    await asPerson('delete from posts.consent');
    await expect(asAdmin('update posts.consent set granted = false')).rejects.toThrow(/append-only/);
    expect(await listed(person)).toMatchObject([{ granted: true, stands: true }]);
  });

  it('takes no decision of somebody from anybody but her account and her own exchanges', async () => {
    const [person, other] = [await somebodyWho(), crypto.randomUUID()];
    for (const [source, version] of [
      ['account', `'1'`],
      ['contact', 'null'],
    ]) {
      const forged = `insert into posts.consent (id, person_id, purpose, granted, policy_version, decided_at, source,
        evidence_id, version) values ($1, $2, 'news', false, ${version}, now(), $3, $1, 1)`;
      for (const scope of [{ person: other }, { person }, { worker: 'contact-upkeep' }]) {
        const forging = schema.database.transaction(scope, (tx) => tx.query(forged, [uuidv7.next(), person, source]));
        await expect(forging).rejects.toThrow(/row-level security/);
      }
    }
  });

  it('forgets a person in steps, and keeps nothing of her that comes late', async () => {
    const person = await somebodyWho(true, false, true);
    const other = await somebodyWho(true);
    await asAdmin(`insert into posts.erasure (person_id, source, requested_at) values ($1, 'event', now())`, [person]);
    const forget = () =>
      schema.database.transaction({ worker: 'eraser' }, (tx) => consentRecords.forget(tx, person, NOON, 2));
    expect([await forget(), await left(person), await forget(), await left(person)]).toEqual([2, true, 1, false]);
    await ledger.note(person, 9, [{ purpose: 'news', granted: true, policyVersion: '2', decidedAt: NOON }], delivery());
    expect([await left(person), await left(other)]).toEqual([false, true]);
  });

  it('begins with what people had let others see, and still do, when it was set up', async () => {
    const made = fnPosts.migrations.findIndex(({ name }) => name.startsWith('KeepConsents'));
    const before = await testSchema(fnPosts.schema, fnPosts.migrations.slice(0, made));
    try {
      const owner = crypto.randomUUID();
      const soon = new Date(NOON.getTime() + 3_600_000);
      const [first] = await withClient(before.adminUrl, async (client) => {
        const told = `insert into posts.audit_entries (at, actor, action, subject, details)
          values ($1, $2, 'contact.approved', 'contact-exchange/' || $3, '{}')`;
        const added = `insert into posts.contact_exchange (id, version, status, post_id, post, owner_id, requester_id,
          opened_by, requested_fields, approved_fields, single_use, reveal_count, created_at, updated_at, expires_at)
          values ($1, 4, $2, $1, '{}', $3, gen_random_uuid(), 'requester', '{email}', '{email}', false, 2, $4, $5, $5)`;
        const ids = [crypto.randomUUID(), crypto.randomUUID()] as const;
        await client.query(added, [ids[0], 'approved', owner, NOON, soon]);
        await client.query(added, [ids[1], 'expired', owner, NOON, soon]);
        await client.query(told, [NOON, owner, ids[0]]);
        return ids;
      });
      await migrate(before.ownerUrl, 'posts', fnPosts.migrations);
      const kept = await new PostgresConsents(before.database, new Inbox(before.database, 'posts')).list(
        owner,
        NOON,
        9,
      );
      expect(kept).toMatchObject([
        { purpose: 'contact_exchange', granted: true, stands: true, evidenceId: first, fields: ['email'] },
      ]);
      expect(kept[0]).toMatchObject({ decidedAt: NOON, validUntil: soon, source: 'contact', policyVersion: null });
    } finally {
      await before.drop();
    }
  });

  it('can be taken back and made again', async () => {
    const fresh = await testSchema(fnPosts.schema, fnPosts.migrations);
    try {
      const made = fnPosts.migrations.findIndex(({ name }) => name.startsWith('KeepConsents'));
      const upTo = fnPosts.migrations.slice(0, made + 1);
      for (const _later of fnPosts.migrations.slice(made))
        await revertLast(fresh.ownerUrl, 'posts', fnPosts.migrations);
      const again = await migrate(fresh.ownerUrl, 'posts', upTo);
      expect(JSON.stringify(again)).toContain('KeepConsents');
    } finally {
      await fresh.drop();
    }
  });
});
