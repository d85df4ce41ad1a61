import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '@foundnow/testing';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { AuditSealer, auditTables, AuditTrail, verifyAudit, withClient } from '../../src/index.ts';
import type { AuditAnchor, AuditVerdict } from '../../src/index.ts';
import { snapshotSchema } from '../snapshot-schema.ts';
import { testSchema, type TestSchema } from '../test-schema.ts';

class CreateAudit1700000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(auditTables('desk').up);
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(auditTables('desk').down);
  }
}

const SCOPE = { anonymous: true } as const;

describe('the audit trail', () => {
  let schema: TestSchema;
  let sealer: AuditSealer;
  const trail = new AuditTrail('desk');
  const record = (subject: string): Promise<void> =>
    schema.database.transaction(SCOPE, (tx) =>
      trail.record(tx, { actor: 'desk-1', action: 'item.handed_over', subject }),
    );
  const verify = (anchor?: AuditAnchor): Promise<AuditVerdict> =>
    schema.database.read(SCOPE, (tx) => verifyAudit(tx, 'desk', anchor));
  /** As somebody who owns the whole server and switches the triggers off. */
  const tamper = (sql: string): Promise<unknown> =>
    withClient(schema.adminUrl, (client) =>
      client.query(`SET session_replication_role = replica; SET search_path = desk; ${sql}`),
    );

  beforeAll(async () => {
    schema = await testSchema('desk', [CreateAudit1700000000000]);
  });
  beforeEach(async () => {
    await tamper('TRUNCATE audit_entries, audit_seals, audit_anchors, audit_queue RESTART IDENTITY');
    sealer = new AuditSealer({ database: schema.database, schema: 'desk', batchSize: 4, intervalMs: 20 });
    for (let i = 1; i <= 6; i += 1) await record(`item/${i}`);
    expect(await sealer.seal()).toBe(6);
  });
  afterEach(() => sealer.stop());
  afterAll(() => schema.drop());

  it('is intact when nobody touched it, and says how far it is sealed', async () => {
    await record('item/7');
    expect(await verify()).toMatchObject({ intact: true, sealed: 6, waiting: 1, head: { position: 6 } });
    await sealer.seal();
    expect(await verify()).toMatchObject({ intact: true, sealed: 7, waiting: 0 });
  });

  it.each<[string, string, object]>([
    [
      'an altered actor',
      `UPDATE audit_entries SET actor = 'desk-2' WHERE id = 3`,
      { kind: 'altered', position: 3, entryId: '3' },
    ],
    [
      'an altered time',
      `UPDATE audit_entries SET at = at - interval '1 us' WHERE id = 2`,
      { kind: 'altered', position: 2 },
    ],
    ['altered details', `UPDATE audit_entries SET details = '{"a":1}' WHERE id = 5`, { kind: 'altered', position: 5 }],
    ['a removed entry', 'DELETE FROM audit_entries WHERE id = 4', { kind: 'removed', position: 4, entryId: '4' }],
    [
      'an entry removed with its seal',
      'DELETE FROM audit_entries WHERE id = 4; DELETE FROM audit_seals WHERE entry_id = 4',
      { kind: 'removed', position: 4 },
    ],
    [
      'a removed entry whose gap was closed',
      'DELETE FROM audit_seals WHERE position = 4; UPDATE audit_seals SET position = position - 1 WHERE position > 4',
      { kind: 'altered', position: 4, entryId: '5' },
    ],
    [
      'a cut-off end',
      'DELETE FROM audit_entries WHERE id > 4; DELETE FROM audit_seals WHERE position > 4',
      { kind: 'removed', position: 5 },
    ],
    [
      'an entry that came in behind the service’s back',
      `INSERT INTO audit_entries (actor, action, subject, details) VALUES ('x', 'x', 'x', '{}')`,
      { kind: 'inserted', entryId: '7' },
    ],
    [
      'an entry with a forged seal',
      `INSERT INTO audit_entries (actor, action, subject, details) VALUES ('x', 'x', 'x', '{}');
       INSERT INTO audit_seals VALUES (7, 7, sha256('x'))`,
      { kind: 'altered', position: 7, entryId: '7' },
    ],
    [
      'an entry removed before it was sealed',
      `INSERT INTO audit_queue VALUES (99)`,
      { kind: 'removed', entryId: '99' },
    ],
  ])('shows %s, and where the chain breaks first', async (_, sql, found) => {
    await tamper(sql);
    expect(await verify()).toMatchObject({ intact: false, ...found });
  });

  it('shows a chain that was cut short and anchored anew to whoever kept an anchor elsewhere', async () => {
    const before = await verify();
    await tamper('DELETE FROM audit_entries WHERE id > 4; DELETE FROM audit_seals WHERE position > 4');
    await tamper('DELETE FROM audit_anchors WHERE position > 4');
    expect(await verify()).toMatchObject({ intact: true, sealed: 4 });
    const head = before.intact ? before.head : undefined;
    expect(head?.position).toBe(6);
    expect(await verify(head)).toEqual({ intact: false, kind: 'removed', position: 5 });
  });

  it('seals an entry that commits late behind those with higher ids, and loses none', async () => {
    let goOn = (): void => {};
    const pause = new Promise<void>((resolve) => (goOn = resolve));
    const late = schema.database.transaction(SCOPE, async (tx) => {
      await trail.record(tx, { actor: 'desk-1', action: 'item.found', subject: 'item/late' });
      await record('item/early');
      await pause;
    });
    await eventually(async () => expect(await sealer.seal()).toBe(1));
    goOn();
    await late;
    expect(await sealer.seal()).toBe(1);
    expect(await verify()).toMatchObject({ intact: true, sealed: 8, waiting: 0 });
    const order = await schema.database.read(SCOPE, (tx) =>
      tx.query('SELECT entry_id FROM audit_seals WHERE position > 6 ORDER BY position'),
    );
    expect(order).toEqual([{ entry_id: '8' }, { entry_id: '7' }]);
  });

  it('stays one chain when several sealers run beside writers', async () => {
    const others = [1, 2, 3].map(
      () => new AuditSealer({ database: schema.openDatabase(), schema: 'desk', intervalMs: 5 }),
    );
    for (const each of [sealer, ...others]) each.start();
    await Promise.all(Array.from({ length: 60 }, (_, i) => record(`item/${100 + i}`)));
    await eventually(async () => expect(await verify()).toMatchObject({ intact: true, sealed: 66, waiting: 0 }));
    await Promise.all([sealer, ...others].map((each) => each.stop()));
  });

  it.each(['ownerUrl', 'appUrl'] as const)('cannot be changed through %s', async (login) => {
    const attempts = ['audit_entries', 'audit_seals', 'audit_anchors'].flatMap((table) => [
      `DELETE FROM desk.${table}`,
      `TRUNCATE desk.${table}`,
    ]);
    await withClient(schema[login], async (client) => {
      for (const sql of [...attempts, `UPDATE desk.audit_entries SET actor = 'x'`]) {
        await expect(client.query(sql)).rejects.toThrow(/append-only|permission denied/);
      }
    });
  });

  it('lets the service choose neither id nor time of an entry', async () => {
    const insert = (columns: string, values: string, overriding = ''): Promise<unknown> =>
      schema.database.transaction(SCOPE, (tx) =>
        tx.query(
          `INSERT INTO audit_entries (actor, action, subject, details, ${columns}) ${overriding}
           VALUES ('x', 'x', 'x', '{}', ${values})`,
        ),
      );
    await expect(insert('at', `'2020-01-01'`)).rejects.toThrow(/permission denied/);
    await expect(insert('id', '1000', 'OVERRIDING SYSTEM VALUE')).rejects.toThrow(/permission denied/);
  });

  it('is removed by its down migration without a trace', async () => {
    await withClient(schema.ownerUrl, (client) => client.query(auditTables('desk').down));
    expect((await snapshotSchema(schema.adminUrl, 'desk')).filter((line) => line.includes('audit'))).toEqual([]);
  });
});
