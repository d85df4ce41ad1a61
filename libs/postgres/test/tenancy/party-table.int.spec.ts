import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sequenceId } from '@foundnow/testing';
import { partyTable, type TenantScope, withClient } from '../../src/index.ts';
import { testSchema, type TestSchema } from '../test-schema.ts';

const [ORG, ANN, BEN, CAT] = [1, 2, 3, 4].map(sequenceId) as [string, string, string, string];

describe('a table of what is between two people', () => {
  let schema: TestSchema;
  beforeAll(async () => {
    schema = await testSchema('between');
    await withClient(schema.ownerUrl, async (client) => {
      const rights = { parties: ['owner_id', 'asker_id'], workers: { keeper: 'all', counter: 'select' } } as const;
      await client.query(`CREATE TABLE between.talks (owner_id uuid, asker_id uuid, note text);
        ${partyTable('between', 'talks', rights).up}`);
    });
    await schema.database.transaction({ org: ORG, person: BEN }, (tx) =>
      tx.query('INSERT INTO talks VALUES ($1, $2, $3)', [ANN, BEN, 'first']),
    );
  });
  afterAll(() => schema.drop());

  const seen = (scope: TenantScope) =>
    schema.database.read(scope, async (tx) => (await tx.query('SELECT 1 FROM talks')).length);
  const touched = (scope: TenantScope) =>
    schema.database.transaction(
      scope,
      async (tx) => (await tx.query(`UPDATE talks SET note = 'x' RETURNING 1`)).length,
    );

  it.each<[string, TenantScope, number, number]>([
    ['its owner', { person: ANN }, 1, 1],
    ['its owner, acting for an organization', { org: ORG, person: ANN }, 1, 1],
    ['who asked', { person: BEN }, 1, 1],
    ['a third person', { person: CAT }, 0, 0],
    ['a colleague', { org: ORG, person: CAT }, 0, 0],
    ['an organization without a person', { org: ORG }, 0, 0],
    ['a stranger', { anonymous: true, publicReads: true }, 0, 0],
    ['a worker with all rights', { worker: 'keeper' }, 1, 1],
    ['a worker that reads', { worker: 'counter' }, 1, 0],
    ['another worker', { worker: 'nobody' }, 0, 0],
  ])('lets %s in as far as it goes', async (_who, scope, read, written) => {
    expect([await seen(scope), await touched(scope)]).toEqual([read, written]);
  });

  it('takes no row of two others', async () => {
    const insert = schema.database.transaction({ person: CAT }, (tx) =>
      tx.query('INSERT INTO talks VALUES ($1, $2, $3)', [ANN, BEN, 'forged']),
    );
    await expect(insert).rejects.toThrow(/row-level/);
  });

  it('shows nothing without a scope, to its owner’s role either', async () => {
    for (const url of [schema.ownerUrl, schema.appUrl]) {
      await withClient(url, async (client) => {
        expect((await client.query('SELECT * FROM between.talks')).rows).toEqual([]);
      });
    }
  });

  it('is of somebody', () => {
    expect(() => partyTable('between', 'talks', { parties: [] })).toThrow(/nobody/);
  });
});

describe('a table of what is between two people and their organizations', () => {
  let schema: TestSchema;
  beforeAll(async () => {
    schema = await testSchema('shared');
    await withClient(schema.ownerUrl, async (client) => {
      const rights = { parties: ['owner_id'], organizations: ['owner_org_id'] } as const;
      await client.query(`CREATE TABLE shared.talks (owner_id uuid, owner_org_id uuid);
        ${partyTable('shared', 'talks', rights).up}`);
    });
    await schema.database.transaction({ person: ANN }, (tx) =>
      tx.query('INSERT INTO talks VALUES ($1, $2)', [ANN, ORG]),
    );
  });
  afterAll(() => schema.drop());

  it.each<[string, TenantScope, number]>([
    ['its owner', { person: ANN }, 1],
    ['a colleague of the owner', { org: ORG, person: BEN }, 1],
    ['somebody of another organization', { org: sequenceId(9), person: BEN }, 0],
    ['a person of none', { person: BEN }, 0],
  ])('lets %s in as far as it goes', async (_who, scope, read) => {
    const rows = await schema.database.read(scope, (tx) => tx.query('SELECT 1 FROM talks'));
    expect(rows).toHaveLength(read);
  });
});
