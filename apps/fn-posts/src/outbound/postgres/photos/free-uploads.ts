import type { DomainError } from '@foundnow/kernel';
import type { Tx } from '@foundnow/postgres';
import { uploadGone } from '../../../domain/photo/photo-errors.ts';
import type { Photo } from '../../../domain/photo/photo.ts';
import type { PostState } from '../../../domain/post/post-state.ts';

/** In one order, so that two batches that want the same do not wait for each other. */
const LOCK = `select id from posts.photo where id = any($1::uuid[]) and state = 'ready' order by id for update`;
const ATTACH = `update posts.photo set state = 'attached', post_id = taken.post_id, org_id = taken.org_id,
    owner_id = coalesce(taken.author_id, owner_id), due_at = null
  from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[]) as taken (photo_id, post_id, org_id, author_id)
  where id = taken.photo_id`;

/** The uploads that many posts want at once: each is given to the first that is kept. Two statements, however many. */
export class FreeUploads {
  readonly #taken: { readonly photo: Photo; readonly post: PostState }[] = [];

  private constructor(private readonly free: Set<string>) {}

  static async lock(tx: Tx, photos: readonly Photo[]): Promise<FreeUploads> {
    const ids = photos.map(({ id }) => id);
    const rows = ids.length === 0 ? [] : await tx.query<{ id: string }>(LOCK, [ids]);
    return new FreeUploads(new Set(rows.map(({ id }) => id)));
  }

  refusalOf(photos: readonly Photo[]): DomainError | undefined {
    return photos.every(({ id }) => this.free.has(id)) ? undefined : uploadGone();
  }

  take(post: PostState): void {
    for (const photo of post.photos) {
      this.free.delete(photo.id);
      this.#taken.push({ photo, post });
    }
  }

  attach(tx: Tx): void {
    if (this.#taken.length === 0) return;
    const column = (of: (each: { photo: Photo; post: PostState }) => string | null) => this.#taken.map(of);
    tx.send(ATTACH, [
      column(({ photo }) => photo.id),
      column(({ post }) => post.id),
      column(({ post }) => post.orgId),
      column(({ post }) => post.authorId),
    ]);
  }
}
