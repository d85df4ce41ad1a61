import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sequenceId } from '@foundnow/testing';
import { type TenantScope, tenantTable, withClient } from '../../src/index.ts';
import { type Items, openItems, RIGHTS } from './items.ts';

const [RED, BLUE, ANN, BEN] = [1, 2, 3, 4].map(sequenceId) as [string, string, string, string];

describe('row-level security of a tenant table', () => {
  let items: Items;
  const seen = (scope: TenantScope): Promise<string[]> => items.seen(scope);

  beforeAll(async () => {
    items = await openItems();
    await items.insert({ org: RED, person: ANN }, { label: 'red by Ann', org: RED, owner: ANN });
    await items.insert({ org: RED }, { label: 'red public', org: RED, owner: BEN, visibility: 'public' });
    await items.insert({ org: BLUE }, { label: 'blue by Ben', org: BLUE, owner: BEN });
    await items.insert({ person: ANN }, { label: 'Ann’s', org: null, owner: ANN });
  });
  afterAll(() => items.drop());

  it.each<[string, TenantScope, string[]]>([
    ['an organization its own rows and those of none', { org: RED }, ['Ann’s', 'red by Ann', 'red public']],
    ['another organization nothing of the first', { org: BLUE, person: sequenceId(9) }, ['Ann’s', 'blue by Ben']],
    ['a person the rows of no organization', { person: sequenceId(9) }, ['Ann’s']],
    ['a stranger the rows of no organization', { anonymous: true }, ['Ann’s']],
    [
      'a stranger who reads in public, public rows too',
      { anonymous: true, publicReads: true },
      ['Ann’s', 'red public'],
    ],
    ['an unknown worker nothing', { worker: 'gossip' }, []],
    ['an owner, without an organization, all that is hers', { person: ANN }, ['Ann’s', 'red by Ann']],
    ['an owner, in another one, all that is hers', { org: BLUE, person: ANN }, ['Ann’s', 'blue by Ben', 'red by Ann']],
  ])('shows %s', async (_, scope, labels) => {
    expect(await seen(scope)).toEqual(labels);
  });

  it('gives a worker the right that it has, and no other', async () => {
    expect(await seen({ worker: 'reporting' })).toHaveLength(4);
    const byReporting = { label: 'reported', org: BLUE, owner: BEN };
    await expect(items.insert({ worker: 'reporting' }, byReporting)).rejects.toThrow(/row-level security/);
    expect(await items.touch({ worker: 'reporting' }, 'label')).toEqual([]);
    expect(await items.touch({ worker: 'matching' }, 'label')).toHaveLength(4);
  });

  it.each<[string, TenantScope, string | null, string | null]>([
    ['of another organization', { org: RED }, BLUE, BEN],
    ['of another organization, reading in public', { org: RED, publicReads: true }, BLUE, BEN],
    ['of an organization as a person without one', { person: ANN }, RED, ANN],
    ['of no organization for somebody else', { person: ANN }, null, BEN],
    ['of no organization for somebody else, from an organization', { org: RED, person: ANN }, null, BEN],
    ['of no organization for nobody', { person: ANN }, null, null],
    ['of no organization as nobody in particular', { org: RED }, null, BEN],
    ['of no organization as a stranger', { anonymous: true }, null, BEN],
    ['of no organization as an unknown worker', { worker: 'gossip' }, null, BEN],
  ])('refuses a row %s', async (label, scope, org, owner) => {
    const row = { label, org, owner, visibility: 'public' };
    await expect(items.insert(scope, row)).rejects.toThrow(/row-level security/);
  });

  it.each<[string, TenantScope, string[]]>([
    ['a person without an organization her rows of none alone', { person: ANN }, ['Ann’s']],
    ['a person in an organization its rows and her own of none', { org: BLUE, person: ANN }, ['Ann’s', 'blue by Ben']],
    ['an organization its rows', { org: BLUE, publicReads: true }, ['blue by Ben']],
    ['somebody else nothing', { person: BEN, publicReads: true }, []],
    ['a stranger nothing', { anonymous: true, publicReads: true }, []],
  ])('lets %s change and remove', async (_, scope, labels) => {
    expect(await items.touch(scope, 'label')).toEqual(labels);
    expect(await items.remove(scope)).toEqual(labels);
  });

  it('lets nobody give a row away, to an organization or to a person', async () => {
    await expect(items.touch({ org: BLUE }, `org_id = '${RED}'`)).rejects.toThrow(/row-level security/);
    await expect(items.touch({ person: ANN }, `owner_id = '${BEN}'`)).rejects.toThrow(/row-level security/);
    await expect(items.touch({ person: ANN }, `org_id = '${RED}'`)).rejects.toThrow(/row-level security/);
  });

  it('leaves rows of no organization to workers alone where a table names no owner', async () => {
    await withClient(items.schema.ownerUrl, async (client) => {
      await client.query('CREATE TABLE lost.rules (label text PRIMARY KEY, org_id uuid)');
      await client.query(tenantTable('lost', 'rules', { workers: { consumer: 'all' } }).up);
    });
    const add = (scope: TenantScope): Promise<unknown> =>
      items.schema.database.transaction(scope, (tx) => tx.query(`INSERT INTO rules VALUES ('for all', NULL)`));
    await expect(add({ person: ANN })).rejects.toThrow(/row-level security/);
    await add({ worker: 'consumer' });
    const rules = await items.schema.database.read({ anonymous: true }, (tx) => tx.query('SELECT label FROM rules'));
    expect(rules).toEqual([{ label: 'for all' }]);
  });

  it('is taken off a table again by its down statement', async () => {
    const { up, down } = tenantTable('lost', 'items', RIGHTS);
    await withClient(items.schema.ownerUrl, async (client) => {
      await client.query(`BEGIN; ${down}`);
      expect((await client.query('SELECT 1 FROM lost.items')).rowCount).toBe(4);
      await client.query(up);
      expect((await client.query('SELECT 1 FROM lost.items')).rowCount).toBe(0);
      await client.query('ROLLBACK');
    });
  });
});
