import type { Tx } from '@foundnow/postgres';
import { uploadGone } from '../../../domain/photo/photo-errors.ts';
import type { Photo } from '../../../domain/photo/photo.ts';
import type { PostEvent } from '../../../domain/post/post-events.ts';
import type { PostState } from '../../../domain/post/post-state.ts';

/** It becomes the post's: whoever may change the post may take it away. */
const ATTACH = `update posts.photo set state = 'attached', post_id = $2, org_id = $3,
    owner_id = coalesce($4, owner_id), due_at = null
  where id = any($1::uuid[]) and state = 'ready' returning id`;
const DROP_ONE = `update posts.photo set state = 'dropped', due_at = $2 where id = $1 and state = 'attached'`;
const DROP_ALL = `update posts.photo set state = 'dropped', due_at = $2 where post_id = $1 and state = 'attached'`;

/** Within the transaction that changes a post: whose its photos are, and which of them may go. */
export async function followPhotos(tx: Tx, events: readonly PostEvent[]): Promise<void> {
  for (const event of events) {
    const { post, at } = event;
    if (event.type === 'reported') await attach(tx, post, post.photos);
    else if (event.type === 'photo_added') await attach(tx, post, [event.photo]);
    else if (event.type === 'photo_removed') tx.send(DROP_ONE, [event.photo.id, at]);
    else if (event.type === 'deleted' && post.photos.length > 0) tx.send(DROP_ALL, [post.id, at]);
  }
}

/** Of two posts that want one upload, one gets it. */
async function attach(tx: Tx, { id, orgId, authorId }: PostState, photos: readonly Photo[]): Promise<void> {
  if (photos.length === 0) return;
  const attached = await tx.query(ATTACH, [photos.map((photo) => photo.id), id, orgId, authorId]);
  if (attached.length < photos.length) throw uploadGone();
}
