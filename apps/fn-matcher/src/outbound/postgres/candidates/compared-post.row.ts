import type { StoredTraits } from '../../../domain/traits/traits.ts';
import type { ComparedPost } from '../../../use-cases/scoring/surroundings.port.ts';
import { readVectors, type VectorLayout } from '../posts/vectors.ts';

export interface ComparedPostRow {
  post_id: string;
  revision: number;
  traits: string;
  vectors: Buffer | null;
  vector_models: VectorLayout | null;
}

/** With the vectors of those alone that the other's compare with. */
export const COMPARED_COLUMNS = `post_id, revision::float8 as revision, traits, array_send(vectors) as vectors,
  vector_models`;
export const COMPARED_WITHOUT_LOOK = `post_id, revision::float8 as revision, traits, null as vectors,
  null as vector_models`;

export function toComparedPost(row: ComparedPostRow): ComparedPost {
  const stored = JSON.parse(row.traits) as StoredTraits;
  const vectors = readVectors(row.vectors, row.vector_models ?? []);
  return { postId: row.post_id, revision: row.revision, traits: { ...stored, vectors } };
}
