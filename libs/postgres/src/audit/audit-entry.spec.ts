import { describe, expect, it } from '@jest/globals';
import type { Tx } from '../sql.ts';
import { AuditTrail } from './audit-entry.ts';

describe('AuditTrail', () => {
  const statements: (readonly unknown[] | undefined)[] = [];
  const tx: Tx = {
    send() {
      throw new Error('not sent here');
    },
    afterCommit() {},
    savepoint: (work) => work(tx),
    async query(_, values) {
      statements.push(values);
      return [];
    },
  };
  const note = (text: string): Promise<void> =>
    new AuditTrail('desk').record(tx, { actor: 'desk-1', action: 'a.b', subject: 'item/1', details: { note: text } });

  it.each(['anna@example.org', '+49 170 1234567', '01701234567', '030/123456-7', 'at the blue door', 'x'.repeat(200)])(
    'refuses %j, which is no id and no code',
    async (text) => {
      await expect(note(text)).rejects.toThrow(/no free text/);
      await expect(note(text)).rejects.not.toThrow(text);
    },
  );

  it.each(['01900000-0000-7000-8000-000000000001', 'claim.verified', 'org/42', '2026-03-01T10:00:00Z', ''])(
    'records %j',
    async (text) => {
      await note(text);
      expect(statements.at(-1)?.[3]).toBe(JSON.stringify({ note: text }));
    },
  );

  it('writes details in one order, whatever order they were given in', async () => {
    const details = { b: 2, a: true, c: null };
    await new AuditTrail('desk').record(tx, { actor: 'desk-1', action: 'a.b', subject: 'item/1', details });
    expect(statements.at(-1)?.[3]).toBe('{"a":true,"b":2,"c":null}');
  });
});
