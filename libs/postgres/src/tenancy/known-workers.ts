import type { TenantScope } from './tenant-scope.ts';

/** Workers that our libraries bring along; a service names its own. */
const HOUSE_WORKERS = ['audit-sealer', 'audit-verify', 'consumer', 'idempotency-retention', 'inbox-retention'];

export interface KnownWorkers {
  /** A mistyped worker would be shown no rows, and so look like one with nothing to do. */
  check(scope: TenantScope): void;
}

export function knownWorkers(own: readonly string[]): KnownWorkers {
  const names = new Set([...HOUSE_WORKERS, ...own]);
  return {
    check(scope) {
      if (!('worker' in scope) || names.has(scope.worker)) return;
      const known = [...names].sort().join(', ');
      throw new TypeError(
        `Nobody declared a worker '${scope.worker}'; known are ${known}. Name it in Database's workers.`,
      );
    },
  };
}
