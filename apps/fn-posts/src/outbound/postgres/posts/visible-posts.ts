import type { Actor } from '../../../domain/actor.ts';

/**
 * Which posts a viewer may see (docs/visibility.md), as the first condition of every search; `visibleTo` gives its
 * parameters $1 and $2. Row-level security keeps organizations apart below it.
 */
export const VISIBLE = `status <> 'deleted'
  and (visibility = 'public' or author_id = $1 or (visibility = 'organization' and org_id = $2))`;

export function visibleTo(viewer: Actor | null): [userId: string | null, orgId: string | null] {
  return [viewer?.userId ?? null, viewer?.orgId ?? null];
}
