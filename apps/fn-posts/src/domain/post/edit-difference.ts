import type { PostState } from './post-state.ts';
import type { PostChanges, PostEdit, EditedField } from './editing.ts';

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

function isNew(field: string, value: unknown): boolean {
  return field === 'proofQuestions' && Array.isArray(value) && value.length > 0;
}

export function isSame(a: unknown, b: unknown): boolean {
  return a === b || canonical(a) === canonical(b);
}

/** The order of fields says nothing, and a database may give them in another one. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
