import type { Actor } from '../../../domain/actor.ts';
import type { PostFilter } from '../../../use-cases/posts/post-search.port.ts';
import { POST_OF_NOBODY_ERASED } from '../privacy/not-being-erased.ts';

/** Collects the values of a statement while its text is written. */
export class Values {
  readonly list: unknown[] = [];

  /** The place of a value, with its type: what is null or an array says nothing about itself. */
  put(value: unknown, type: string): string {
    this.list.push(value);
    return `$${this.list.length}::${type}`;
  }
}

/**
 * Which posts a viewer may see (docs/visibility.md): a condition of every search. Row-level security keeps
 * organizations apart below it.
 */
export function visibleTo(viewer: Actor | null, values: Values): string {
  if (viewer === null) return `(status <> 'deleted' and visibility = 'public' and ${POST_OF_NOBODY_ERASED})`;
  const author = values.put(viewer.userId, 'uuid');
  const org = values.put(viewer.orgId, 'uuid');
  const shown = `visibility = 'public' or author_id = ${author} or (visibility = 'organization' and org_id = ${org})`;
  return `(status <> 'deleted' and (${shown}) and ${POST_OF_NOBODY_ERASED})`;
}

/** Which posts a viewer sees exactly: her own and those of her organization. */
export function exactFor(viewer: Actor | null, values: Values): string {
  if (viewer === null) return 'false';
  const author = `author_id = ${values.put(viewer.userId, 'uuid')}`;
  const own = viewer.orgId === null ? 'false' : `org_id = ${values.put(viewer.orgId, 'uuid')}`;
  return `coalesce(${author} or ${own}, false)`;
}

/** What every search can be narrowed by. All of it is leakproof, so that it reaches an index below a policy. */
export function filtered({ kind, categories, createdAfter, createdBefore }: PostFilter, values: Values): string[] {
  const conditions: string[] = [];
  if (kind) conditions.push(`kind = ${values.put(kind, 'text')}`);
  if (categories) conditions.push(`category = any(${values.put(categories, 'text[]')})`);
  if (createdAfter) conditions.push(`created_at >= ${values.put(createdAfter, 'timestamptz')}`);
  if (createdBefore) conditions.push(`created_at < ${values.put(createdBefore, 'timestamptz')}`);
  return conditions;
}
