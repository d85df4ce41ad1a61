import type { Inbox } from '@foundnow/outbox';
import type { Database, Tx } from '@foundnow/postgres';
import type { Delivery, KeptPost, KeptPosts } from '../../../use-cases/posts/kept-posts.port.ts';
import { correctCovering } from './correct-covering.ts';
import { markDue } from './mark-due.ts';
import { forgetRemoved, type RemovedPhoto, stripPost, unsay } from './strip-post.ts';

/** Below every version, so that what follows fills it in. */
const OPEN = `insert into media_ai.post (post_id, org_id, author_id, visibility, kind, category, language, time_zone,
    title, version, photos_version, photo_ids)
  values ($1, $2, $3, 'private', 'lost', '', '', '', '', -1, -1, '{}') on conflict do nothing`;
const LOCK = `select version::float8 as version, photos_version::float8 as photos_version, category,
    deleted_at is not null as is_gone
  from media_ai.post where post_id = $1 for update`;
const KEEP = `update media_ai.post set org_id = $2, author_id = $3, visibility = $4, kind = $5, category = $6,
    language = $7, time_zone = $8, title = $9, description = $10, version = $11, photos_version = $12, photo_ids = $13,
    revision = revision + 1
  where post_id = $1`;
const REMOVE = `delete from media_ai.photo where post_id = $1 and photo_id <> all($2::uuid[]) returning photo_id, sha256`;
const QUEUE = `insert into media_ai.photo
    (post_id, photo_id, org_id, author_id, object_key, sha256, state, next_at, queued_at)
  select $1, photo_id, $2, $3, object_key, sha256, 'waiting', $5, $5
  from jsonb_to_recordset($4::jsonb) as photo (photo_id uuid, object_key text, sha256 text)
  on conflict do nothing`;
const COUNT = 'select category, count(*)::int as count from media_ai.post group by category order by category';

const SCOPE = { worker: 'consumer' } as const;

interface Held {
  version: number;
  photos_version: number;
  category: string;
  is_gone: boolean;
}

export class PostgresKeptPosts implements KeptPosts {
  constructor(
    private readonly database: Database,
    private readonly inbox: Inbox,
  ) {}

  async keep(post: KeptPost, delivery: Delivery, now: Date): Promise<void> {
    await this.inbox.run(delivery, SCOPE, async (tx) => {
      const isErased = await this.isErased(tx, post.authorId);
      // What she reported herself, or kept private, goes; what she took in for an organization is the organization's.
      const isHers = post.orgId === null || post.visibility === 'private';
      if (isErased && isHers) return stripPost(tx, post.postId, post.version, now);
      await this.keepKnown(tx, isErased ? { ...post, authorId: null } : post, now);
    });
  }

  async remove({ postId, version }: Pick<KeptPost, 'postId' | 'version'>, delivery: Delivery, now: Date) {
    await this.inbox.run(delivery, SCOPE, (tx) => stripPost(tx, postId, version, now));
  }

  async countByCategory(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.database.read(SCOPE, (tx) => tx.query<{ category: string; count: number }>(COUNT));
    return new Map(rows.map((row) => [row.category, row.count]));
  }

  private async keepKnown(tx: Tx, post: KeptPost, now: Date): Promise<void> {
    const { postId, orgId, authorId } = post;
    tx.send(OPEN, [postId, orgId, authorId]);
    const [held] = await tx.query<Held>(LOCK, [postId]);
    if (held === undefined || held.is_gone || held.version >= post.version) return;
    const photoIds = post.photos.map(({ photoId }) => photoId);
    tx.send(KEEP, [
      postId,
      orgId,
      authorId,
      post.visibility,
      post.kind,
      post.category,
      post.language,
      post.timeZone,
      post.title,
      post.description,
      post.version,
      Math.max(held.photos_version, post.photosVersion),
      photoIds,
    ]);
    if (held.version >= 0) await correctCovering(tx, held.category, post, now);
    if (held.photos_version < post.photosVersion) await this.comparePhotos(tx, post, now);
  }

  private async comparePhotos(tx: Tx, post: KeptPost, now: Date): Promise<void> {
    const { postId, orgId, authorId } = post;
    const photoIds = post.photos.map(({ photoId }) => photoId);
    const removed = await tx.query<RemovedPhoto>(REMOVE, [postId, photoIds]);
    if (removed.length > 0) unsay(tx, postId);
    forgetRemoved(tx, postId, removed, now);
    const queued = post.photos.map(({ photoId, objectKey, sha256 }) => ({
      photo_id: photoId,
      object_key: objectKey,
      sha256,
    }));
    tx.send(QUEUE, [postId, orgId, authorId, JSON.stringify(queued), now]);
    markDue(tx, postId, now);
  }

  private async isErased(tx: Tx, authorId: string | null): Promise<boolean> {
    if (authorId === null) return false;
    const [row] = await tx.query<{ erased: boolean }>('select media_ai.is_erased($1) as erased', [authorId]);
    return row?.erased === true;
  }
}
