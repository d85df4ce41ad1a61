import type { Inbox } from '@foundnow/outbox';
import type { Tx } from '@foundnow/postgres';
import type { UpdateCause } from '../../../domain/match/match-words.ts';
import type { Derived } from '../../../domain/post/derive.ts';
import { publicPhotoOf } from '../../../domain/post/item-of.ts';
import type { KnownPost } from '../../../domain/post/known-post.ts';
import type {
  AnalysisNews,
  Delivery,
  PostGone,
  PostIntake,
  PostNews,
} from '../../../use-cases/posts/post-intake.port.ts';
import { queueScoring } from '../scoring/queue-scoring.ts';
import { keepDerived, traitsText } from './derived-post.ts';
import { KNOWN_POST_COLUMNS, type KnownPostRow, toKnownPost } from './known-post.row.ts';
import { PostChange } from './post-change.ts';
import { handOver, saidColumns } from './said-post.ts';
import { stripPost } from './strip-post.ts';
import { flat, layoutOf } from './vectors.ts';

const OPEN = 'insert into matcher.post (post_id) values ($1) on conflict do nothing';
const LOCK = `select ${KNOWN_POST_COLUMNS} from matcher.post where post_id = $1 for update`;
const SCOPE = { worker: 'consumer' } as const;

interface Changed {
  /** What it was compared by. */
  readonly before: string | null;
  readonly cause: UpdateCause;
  readonly isLookNew: boolean;
  readonly now: Date;
}

export class PostgresPostIntake implements PostIntake {
  constructor(
    private readonly inbox: Inbox,
    private readonly derive: (post: KnownPost) => Derived | null,
  ) {}

  async take(news: PostNews, delivery: Delivery, now: Date): Promise<void> {
    await this.inbox.run(delivery, SCOPE, async (tx) => {
      const authorId = news.said?.authorId ?? null;
      const [isErased, held] = await Promise.all([this.isErased(tx, authorId), this.lock(tx, news.postId)]);
      // What she reported herself, or kept private, goes; what she took in for an organization is the organization's.
      const isHers = news.said?.orgId === null || news.said?.visibility === 'private';
      if (isErased && isHers) return stripPost(tx, news.postId, 'person_erased', now);
      if (held === undefined) return;
      const said = news.said && (isErased ? { ...news.said, authorId: null } : news.said);
      const change = new PostChange(news.postId);
      const known = merge(tx, change, held, { ...news, ...(said && { said }) });
      this.keep(tx, change, known, { before: held.traits, cause: 'edited', isLookNew: false, now });
    });
  }

  async takeAnalysis(news: AnalysisNews, delivery: Delivery, now: Date): Promise<void> {
    await this.inbox.run(delivery, SCOPE, async (tx) => {
      const held = await this.lock(tx, news.postId);
      if (held === undefined || held.analysis_version >= news.version) return;
      const { postId, version, photosVersion, analysis, vectors, sealedHints } = news;
      const change = new PostChange(postId);
      change.set({
        analysis: JSON.stringify(analysis),
        analysis_version: version,
        analysis_photos_version: photosVersion,
        vectors: flat(vectors),
        vector_models: JSON.stringify(layoutOf(vectors)),
        sealed_hints: sealedHints,
      });
      const known = { ...toKnownPost(held), analysis, analysisPhotosVersion: photosVersion, vectors };
      const isLookNew = vectors.length > 0 || held.vectors !== null;
      this.keep(tx, change, known, { before: held.traits, cause: 'enhanced', isLookNew, now });
    });
  }

  async remove({ postId, reason }: PostGone, delivery: Delivery, now: Date): Promise<void> {
    await this.inbox.run(delivery, SCOPE, async (tx) => stripPost(tx, postId, reason, now));
  }

  private async lock(tx: Tx, postId: string): Promise<KnownPostRow | undefined> {
    tx.send(OPEN, [postId]);
    const [held] = await tx.query<KnownPostRow>(LOCK, [postId]);
    return held?.status === 'deleted' ? undefined : held;
  }

  private keep(tx: Tx, change: PostChange, known: KnownPost, { before, cause, isLookNew, now }: Changed): void {
    change.set({ public_photo_key: publicPhotoOf(known) });
    const derived = this.derive(known);
    if (!isLookNew && (derived && traitsText(derived)) === before) return change.send(tx);
    keepDerived(tx, known.id, derived, change);
    queueScoring(tx, known.id, cause, now);
  }

  private async isErased(tx: Tx, authorId: string | null): Promise<boolean> {
    if (authorId === null) return false;
    const [row] = await tx.query<{ erased: boolean }>('select matcher.is_erased($1) as erased', [authorId]);
    return row?.erased === true;
  }
}

/** Of each part, what is newer. */
function merge(
  tx: Tx,
  change: PostChange,
  held: KnownPostRow,
  { postId, version, said, status, photos }: PostNews,
): KnownPost {
  const before = toKnownPost(held);
  const isSaid = said !== undefined && held.said_version < version;
  const hasPhotos = photos !== undefined && held.photos_version < photos.version;
  const hasStatus = status !== undefined && held.status_version < version;
  if (isSaid) {
    change.set(saidColumns(version, said));
    const isHandedOver = held.author_id !== said.authorId || held.org_id !== said.orgId;
    if (held.said !== null && isHandedOver) handOver(tx, postId, said.authorId, said.orgId);
  }
  if (hasPhotos) change.set({ photos: JSON.stringify(photos.list), photos_version: photos.version });
  if (hasStatus) change.set({ status, status_version: version });
  return {
    ...before,
    ...(isSaid && { said }),
    ...(hasPhotos && { photos: photos.list, photosVersion: photos.version }),
    ...(hasStatus && { status }),
  };
}
