import type { TenantScope } from '@foundnow/postgres';
import type { Viewer } from '../../../domain/viewer.ts';

/** $1 to $4 of every statement that uses the conditions below. */
export function viewerValues({ userId, orgId, isStaff, isModerator }: Viewer): readonly unknown[] {
  return [userId, orgId, isStaff, isModerator];
}

/** At whose desk the post is; of no organization, those who look after the platform. */
export const MAY_RULE = `(
  ($3::boolean and post.org_id = $2::uuid and post.visibility <> 'private')
  or ($4::boolean and post.org_id is null and post.visibility = 'public'))`;

export const MAY_SEE = `post.deleted_at is null and (post.author_id = $1::uuid or ${MAY_RULE})`;

export function scopeOf({ userId, orgId }: Viewer): TenantScope {
  return orgId === null ? { person: userId } : { org: orgId, person: userId };
}
