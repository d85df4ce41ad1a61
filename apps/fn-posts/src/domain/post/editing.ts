import type { ItemAttributes, ItemReport } from './item-report.ts';
import type { PostStatus } from './post-status.ts';
import type { SealedSecrets } from './secrets.ts';

/** What may ever change about a post. Its kind, author and organization never do. */
export type PostChanges = Partial<Omit<ItemReport, 'kind'>> & Partial<SealedSecrets>;

/** Attributes that are not named stay as they are. */
export type PostEdit = Omit<PostChanges, 'attributes'> & { readonly attributes?: Partial<ItemAttributes> };

export type EditedField = Exclude<keyof PostEdit, 'sealedIdentifiers' | 'sealedProof'>;

/** A closed post was matched as it stood; but its author can always take text back, and hide it. */
const OF_A_CLOSED_POST: ReadonlySet<string> = new Set<EditedField>(['title', 'description', 'visibility']);

/** The fields of an edit that stay as they are in this state. */
export function lockedFields(status: PostStatus, changed: readonly string[]): string[] {
  if (status === 'active') return [];
  return changed.filter((field) => status === 'deleted' || !OF_A_CLOSED_POST.has(field));
}

/** Names as the author knows them: what is sealed goes with what it belongs to. */
export function fieldsOf(changes: PostChanges): string[] {
  return Object.keys(changes).filter((field) => field !== 'sealedIdentifiers' && field !== 'sealedProof');
}
