import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { dataKeyTables, tokenTables } from '@foundnow/crypto';
import { idempotencyTables } from '@foundnow/http';
import { busTables } from '@foundnow/messaging';
import { inboxTables, outboxTables } from '@foundnow/outbox';
import { auditTables } from '@foundnow/postgres';

const TABLES = { auditTables, busTables, dataKeyTables, idempotencyTables, inboxTables, outboxTables, tokenTables };

/**
 * Migrations that have run somewhere call these. A changed text would make new installations differ from old ones, and
 * nobody would notice: write a second function (`outboxTables2`) and a migration that calls it instead.
 */
const FROZEN: Readonly<Record<keyof typeof TABLES, string>> = {
  auditTables: '86f11902f218cfad',
  busTables: '9e9c73a4e45037ed',
  dataKeyTables: '9459c638adf80a89',
  idempotencyTables: '6f9e047192f287c9',
  inboxTables: '0f9ea2ab2df827aa',
  outboxTables: 'c675b7c17bdcadb3',
  tokenTables: '5af6a5465486ef94',
};

describe('the tables that libraries give to migrations', () => {
  it.each(Object.entries(TABLES))('%s is what it was when it was first used', (name, tables) => {
    const { up, down } = tables('sample');
    const text = `${up}\n${down}`.replaceAll(/\s+/g, ' ').trim();
    const hash = createHash('sha256').update(text).digest('hex').slice(0, 16);
    expect({ [name]: hash }).toEqual({ [name]: FROZEN[name as keyof typeof TABLES] });
  });
});
