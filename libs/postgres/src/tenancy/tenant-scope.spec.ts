import { describe, expect, it } from '@jest/globals';
import { beginStatement, type TenantScope } from './tenant-scope.ts';
import { tenantTable } from './tenant-table.ts';

describe('beginStatement', () => {
  it('sets all four settings, also those that the scope leaves empty', () => {
    expect(beginStatement({ anonymous: true }, 'write')).toBe(
      `BEGIN;SET LOCAL app.org='';SET LOCAL app."user"='anonymous';SET LOCAL app.worker='';SET LOCAL app.public_reads=''`,
    );
  });

  it.each<[string, unknown]>([
    ['an empty organization', { org: '' }],
    ['an organization that is no UUID', { org: `x'; DROP TABLE items; --` }],
    ['no person', { person: undefined }],
    ['an empty person beside an organization', { org: '01900000-0000-7000-8000-000000000001', person: '' }],
    ['a worker with a quote in its name', { worker: `it's` }],
    ['an unnamed worker', { worker: '' }],
    ['nothing', {}],
  ])('refuses %s, rather than opening a scope that nobody meant', (_, scope) => {
    expect(() => beginStatement(scope as TenantScope, 'read')).toThrow(TypeError);
  });
});

describe('tenantTable', () => {
  it('refuses names that would have to be quoted', () => {
    expect(() => tenantTable('posts; --', 'items')).toThrow(TypeError);
    expect(() => tenantTable('posts', 'Items')).toThrow(TypeError);
    expect(() => tenantTable('posts', 'items', { owner: 'author; --' })).toThrow(TypeError);
    expect(() => tenantTable('posts', 'items', { workers: { [`it's`]: 'all' } })).toThrow(TypeError);
  });

  it('refuses a right that it does not know', () => {
    const workers = { operator: 'update' as 'all' };
    expect(() => tenantTable('posts', 'items', { workers })).toThrow(/'select' or 'all'/);
  });
});
