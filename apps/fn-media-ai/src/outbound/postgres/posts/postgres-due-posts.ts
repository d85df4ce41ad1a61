import type { OutboxWriter } from '@foundnow/outbox';
import type { Database } from '@foundnow/postgres';
import { PIPELINE_VERSION } from '../../../domain/photo/pipeline-version.ts';
import type { DraftAnalysis, DuePost, DuePosts } from '../../../use-cases/analyses/due-posts.port.ts';
import { postEnhanced } from '../../events/post-enhanced.ts';
import { nextVersion } from './next-version.ts';
import { type DuePostRow, type EndedPhotoRow, toDuePost } from './due-post.row.ts';

const FIND = `select post_id, org_id, author_id, visibility, kind, category, language, time_zone, title, description,
    version::float8 as version, photos_version::float8 as photos_version, photo_ids, revision::float8 as revision,
    ruling, analysis_version::float8 as analysis_version,
    (select analysis_id from media_ai.analysis where post_id = post.post_id and is_current) as supersedes
  from media_ai.post as post where due_at <= $1 order by due_at limit $2`;
const PHOTOS = `select post_id, photo_id, state, reading, sight, forms, sealed_hints
  from media_ai.photo where post_id = any($1::uuid[])`;
const TAKE = `update media_ai.post set due_at = null, analysis_version = ${nextVersion('$3')}
  where post_id = $1 and revision = $2 and due_at is not null returning analysis_version::float8 as version`;
const PASS = 'update media_ai.post set due_at = null where post_id = $1 and revision = $2';
const POSTPONE = 'update media_ai.post set due_at = $3 where post_id = $1 and revision = $2 and due_at is not null';
const SUPERSEDE = 'update media_ai.analysis set is_current = false where post_id = $1 and is_current';
const KEEP = `insert into media_ai.analysis (analysis_id, post_id, org_id, author_id, version, supersedes, is_current,
    post_version, photos_version, level, confidence, degraded, pipeline_version, result, created_at)
  values ($1, $2, $3, $4, $5, $6, true, $7, $8, $9, $10, $11, $12, $13, $14)`;

const ANALYST = { worker: 'analyst' } as const;

export class PostgresDuePosts implements DuePosts {
  constructor(
    private readonly database: Database,
    private readonly outbox: OutboxWriter,
  ) {}

  async find(now: Date, most: number): Promise<readonly DuePost[]> {
    return this.database.read(ANALYST, async (tx) => {
      const posts = await tx.query<DuePostRow>(FIND, [now, most]);
      if (posts.length === 0) return [];
      const photos = await tx.query<EndedPhotoRow>(PHOTOS, [posts.map((post) => post.post_id)]);
      const byPost = Map.groupBy(photos, ({ post_id: postId }) => postId);
      return posts.map((post) => toDuePost(post, byPost.get(post.post_id) ?? []));
    });
  }

  async publish(post: DuePost, draft: DraftAnalysis, now: Date): Promise<boolean> {
    return this.database.transaction(ANALYST, async (tx) => {
      const [taken] = await tx.query<{ version: number }>(TAKE, [post.postId, post.revision, now]);
      if (taken === undefined) return false;
      const { analysisId, analysis } = draft;
      const { level, confidence, degraded, ...result } = analysis;
      tx.send(SUPERSEDE, [post.postId]);
      tx.send(KEEP, [
        analysisId,
        post.postId,
        post.orgId,
        post.authorId,
        taken.version,
        post.supersedes,
        post.version,
        post.photosVersion,
        level,
        confidence,
        degraded,
        PIPELINE_VERSION,
        JSON.stringify(result),
        now,
      ]);
      await this.outbox.append(tx, [postEnhanced(post, draft, taken.version, now)]);
      return true;
    });
  }

  async postpone({ postId, revision }: DuePost, until: Date): Promise<void> {
    await this.database.transaction(ANALYST, async (tx) => tx.send(POSTPONE, [postId, revision, until]));
  }

  async pass({ postId, revision }: DuePost): Promise<void> {
    await this.database.transaction(ANALYST, async (tx) => tx.send(PASS, [postId, revision]));
  }
}
