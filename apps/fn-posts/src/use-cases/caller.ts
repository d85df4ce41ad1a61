import type { TenantScope } from '@foundnow/postgres';

/** Who asks: decides which rows the database shows and under whose name things are kept. */
export interface Caller {
  readonly userId: string;
  readonly orgId: string | null;
}

/** Whose rows a caller reaches; a stranger (null) those that belong to no organization. */
export function scopeOf(caller: Caller | null): TenantScope {
  if (!caller) return { anonymous: true };
  return caller.orgId === null ? { person: caller.userId } : { org: caller.orgId, person: caller.userId };
}
