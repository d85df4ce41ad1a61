import type { TenantScope } from '@foundnow/postgres';
import type { Actor } from '../../domain/actor.ts';

type PersonScope = Exclude<TenantScope, { readonly worker: string }>;

/** Whose rows the database shows. */
export function scopeOf({ userId, orgId }: Actor): PersonScope {
  return orgId === null ? { person: userId } : { org: orgId, person: userId };
}
