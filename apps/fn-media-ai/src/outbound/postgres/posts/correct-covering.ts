import { sensitivityOf } from '@foundnow/kernel';
import type { Tx } from '@foundnow/postgres';
import type { KeptReading, ModelSight } from '../../../domain/analysis/seen-photo.ts';
import { correctionOf } from '../../../domain/redaction/correction-of.ts';
import { letGo } from '../photos/let-go.ts';
import { readAgain } from './read-again.ts';

const PHOTOS = `select photo_id, state, reading, sight from media_ai.photo where post_id = $1 and state <> 'failed'`;
/** More is to be covered now: nobody is to see until then what was not. */
const HIDE = `update media_ai.photo set folder = null, forms = '[]' where post_id = $1 and photo_id = any($2::uuid[])`;
/** To everybody else they are hidden since, whatever they were covered as: fn-posts waits for a word. */
const TELL_AGAIN = `update media_ai.post set revision = revision + 1, due_at = $2 where post_id = $1`;

interface PhotoRow {
  photo_id: string;
  state: 'waiting' | 'read';
  reading: KeptReading | null;
  sight: ModelSight | null;
}

/** The category of a post is another one than `before`: photos that it asks more of, or less, are read anew. */
export async function correctCovering(
  tx: Tx,
  before: string,
  { postId, category }: { readonly postId: string; readonly category: string },
  now: Date,
): Promise<void> {
  if (sensitivityOf(category) === sensitivityOf(before)) return;
  const photos = await tx.query<PhotoRow>(PHOTOS, [postId]);
  const corrections = photos.map(({ reading, sight, ...photo }) => {
    return { ...photo, correction: reading && correctionOf(category, { reading, sight }) };
  });
  const hidden = corrections.filter(({ correction }) => correction === 'hide').map(({ photo_id: id }) => id);
  // What is being read is being read as what it was.
  const stale = corrections.filter(({ state, correction }) => state === 'waiting' || correction !== null);
  if (stale.length === 0 && sensitivityOf(category) > sensitivityOf(before)) tx.send(TELL_AGAIN, [postId, now]);
  if (stale.length === 0) return;
  const photoIds = stale.map(({ photo_id: id }) => id);
  letGo(tx, postId, hidden, now);
  readAgain(tx, postId, photoIds, now);
  tx.send(HIDE, [postId, hidden]);
}
