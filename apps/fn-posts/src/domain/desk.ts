import type { Actor } from './actor.ts';
import { deskOnly } from './post/post-errors.ts';

/** The organization at whose desk somebody works: what is done for an organization names one, always. */
export function deskOf({ orgId, isStaff }: Actor): string {
  if (orgId === null || !isStaff) throw deskOnly();
  return orgId;
}
