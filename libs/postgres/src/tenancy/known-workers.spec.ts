import { describe, expect, it } from '@jest/globals';
import { knownWorkers } from './known-workers.ts';

describe('the workers that a database knows', () => {
  const workers = knownWorkers(['operator']);

  it.each(['operator', 'consumer', 'audit-sealer', 'inbox-retention', 'idempotency-retention'])(
    'let %s in',
    (worker) => {
      expect(() => workers.check({ worker })).not.toThrow();
    },
  );

  it('refuse another, and say which there are', () => {
    expect(() => workers.check({ worker: 'opperator' })).toThrow(/'opperator'.*operator/);
  });

  it('do not mind scopes of people', () => {
    expect(() => workers.check({ anonymous: true })).not.toThrow();
  });
});
