import type { TenantScope } from '@foundnow/postgres';
import type { Actor } from '../../domain/actor.ts';

type PersonScope = Exclude<TenantScope, { readonly worker: string }>;

/** Whose rows the database shows; a stranger (null) sees those that belong to no organization. */
export function scopeOf(actor: Actor | null): PersonScope {
  if (!actor) return { anonymous: true };
  return actor.orgId === null ? { person: actor.userId } : { org: actor.orgId, person: actor.userId };
}
