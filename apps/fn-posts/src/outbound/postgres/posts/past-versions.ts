import type { PostState } from '../../../domain/post/post-state.ts';
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

export function stateOfSnapshot(snapshot: Snapshot): PostState {
  const revived = times.map((name) => {
    const text = snapshot[name];
    return [name, typeof text === 'string' ? new Date(text) : null] as const;
  });
  // Versions from before there were photos.
  return toState({ photos: [], ...snapshot, ...Object.fromEntries(revived) } as unknown as PostRow);
}
