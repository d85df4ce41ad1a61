import type { Tx } from '@foundnow/postgres';
import { fuse } from '../../../domain/analysis/fuse.ts';
import { letGo } from '../photos/let-go.ts';

const LEAVE = `insert into media_ai.post as held
    (post_id, visibility, kind, category, language, time_zone, title, version, photos_version, photo_ids, deleted_at)
  values ($1, 'private', 'lost', '', '', '', '', $2, 0, '{}', $3)
  on conflict (post_id) do update set org_id = null, author_id = null, visibility = 'private', category = '',
    language = '', time_zone = '', title = '', description = null, version = greatest(held.version, excluded.version),
    photo_ids = '{}', revision = held.revision + 1, ruling = null, due_at = null,
    deleted_at = coalesce(held.deleted_at, excluded.deleted_at)`;
const PHOTOS = 'delete from media_ai.photo where post_id = $1 returning photo_id, sha256';
const ANALYSES = 'delete from media_ai.analysis where post_id = $1';

/** What stays of a post is that it is gone. */
export async function stripPost(tx: Tx, postId: string, version: number, now: Date): Promise<void> {
  tx.send(LEAVE, [postId, version, now]);
  tx.send(ANALYSES, [postId]);
  forgetRemoved(tx, postId, await tx.query<RemovedPhoto>(PHOTOS, [postId]), now);
}

export interface RemovedPhoto {
  readonly photo_id: string;
  readonly sha256: string;
}

const ANSWERS = 'delete from media_ai.vision_answer where photo_sha256 = any($1::text[])';

/** The public forms of a photo that is gone, and what a model said of it. */
export function forgetRemoved(tx: Tx, postId: string, removed: readonly RemovedPhoto[], now: Date): void {
  if (removed.length === 0) return;
  letGo(
    tx,
    postId,
    removed.map(({ photo_id: photoId }) => photoId),
    now,
  );
  tx.send(ANSWERS, [removed.map(({ sha256 }) => sha256)]);
}

const SAID = `update media_ai.analysis set level = $2, confidence = $3, result = $4 where post_id = $1`;

/** Titles and words come from all photos together: once one is gone, what was said before stays unsaid. */
export function unsay(tx: Tx, postId: string): void {
  const { level, confidence, degraded: _, ...nothing } = fuse([]);
  tx.send(SAID, [postId, level, confidence, JSON.stringify(nothing)]);
}
