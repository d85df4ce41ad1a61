import type { Tx } from '@foundnow/postgres';
import { withoutPerson } from '../../../domain/post/erasing.ts';
import type { PostState } from '../../../domain/post/post-state.ts';
import { SELECT_BEING_ERASED } from '../privacy/not-being-erased.ts';
import { toState } from './post-row-mapping.ts';
import { type PostRow, PostRowSchema } from './post.row.ts';

/** A row as JSON: times are texts in it. */
export type Snapshot = Readonly<Record<string, unknown>>;

/** What was private is its author's alone, also after she has shown the post to others. */
export const PAST_VERSIONS = `select snapshot from posts.post_version
  where post_id = $1 and version < $2 and (snapshot ->> 'visibility' <> 'private' or author_id = $4)
  order by version desc limit $3`;

const times = Object.entries(PostRowSchema.options.columns).flatMap(([name, column]) =>
  column?.type === 'timestamptz' ? [name] : [],
);

/** Who is being erased is nobody already, also where her batch still waits. */
export async function namingNobodyErased(tx: Tx, versions: readonly PostState[]): Promise<readonly PostState[]> {
  const people = new Set(versions.flatMap(({ authorId, lastChange }) => [authorId, lastChange.by]));
  const erased = await tx.query<{ person_id: string }>(SELECT_BEING_ERASED, [[...people].filter((id) => id !== null)]);
  return versions.map((version) => erased.reduce((post, { person_id: id }) => withoutPerson(post, id), version));
}

export function stateOfSnapshot(snapshot: Snapshot): PostState {
  const revived = times.map((name) => {
    const text = snapshot[name];
    return [name, typeof text === 'string' ? new Date(text) : null] as const;
  });
  // Versions from before there were photos.
  return toState({ photos: [], ...snapshot, ...Object.fromEntries(revived) } as unknown as PostRow);
}
