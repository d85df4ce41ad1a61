import type { ItemAttributes, ItemReport } from './item-report.ts';
import type { PostState } from './post-state.ts';
import type { PostStatus } from './post-status.ts';
import type { SealedSecrets } from './secrets.ts';

/** What may ever change about a post. Its kind, author and organization never do. */
export type PostChanges = Partial<Omit<ItemReport, 'kind'>> & Partial<SealedSecrets>;

/** Attributes that are not named stay as they are. */
export type PostEdit = Omit<PostChanges, 'attributes'> & { readonly attributes?: Partial<ItemAttributes> };

type EditedField = Exclude<keyof PostEdit, 'sealedIdentifiers' | 'sealedProof'>;

/** A closed post was matched as it stood; but its author can always take text back, and hide it. */
const OF_A_CLOSED_POST: ReadonlySet<string> = new Set<EditedField>(['title', 'description', 'visibility']);

/** The fields of an edit that stay as they are in this state. */
export function lockedFields(status: PostStatus, changed: readonly string[]): string[] {
  if (status === 'active') return [];
  return changed.filter((field) => status === 'deleted' || !OF_A_CLOSED_POST.has(field));
}

/**
 * What of an edit differs from what there is. New ciphertexts of the same identifiers do not: their hashes say so.
 * Of proofs nothing can be compared, so they count as new.
 */
export function changesOf(current: PostState, edit: PostEdit): PostChanges {
  const { sealedIdentifiers, sealedProof, attributes, ...rest } = edit;
  const fields = { ...rest, ...(attributes && { attributes: { ...current.attributes, ...attributes } }) };
  const changed = Object.fromEntries(
    Object.entries(fields).filter(
      ([field, value]) => isNew(field, value) || !isSame(value, current[field as EditedField]),
    ),
  ) as PostChanges;
  return {
    ...changed,
    ...(changed.identifiers !== undefined && { sealedIdentifiers: sealedIdentifiers ?? null }),
    ...(changed.proofQuestions !== undefined && { sealedProof: sealedProof ?? null }),
  };
}

/** Names as the author knows them: what is sealed goes with what it belongs to. */
export function fieldsOf(changes: PostChanges): string[] {
  return Object.keys(changes).filter((field) => field !== 'sealedIdentifiers' && field !== 'sealedProof');
}

function isNew(field: string, value: unknown): boolean {
  return field === 'proofQuestions' && Array.isArray(value) && value.length > 0;
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || canonical(a) === canonical(b);
}

/** The order of fields says nothing, and a database may give them in another one. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
