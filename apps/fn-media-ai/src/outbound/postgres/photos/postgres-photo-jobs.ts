import type { OutboxWriter } from '@foundnow/outbox';
import type { Database, Tx } from '@foundnow/postgres';
import type { PhotoFailure } from '../../../domain/photo-failure.ts';
import type { Redaction } from '../../../domain/photo/region.ts';
import { correctionOf } from '../../../domain/redaction/correction-of.ts';
import { coversMore } from '../../../domain/redaction/covers-more.ts';
import type { Backlog, PhotoJob, PhotoJobs, PhotoResult } from '../../../use-cases/photos/photo-jobs.port.ts';
import { photoFailed, type ToldPostRow } from '../../events/photo-failed.ts';
import { markDue } from '../posts/mark-due.ts';
import { nextVersion } from '../posts/next-version.ts';
import { letGo } from './let-go.ts';
import { type PhotoJobRow, toPhotoJob } from './photo-job.row.ts';

const TAKE = `with due as (
    select post_id, photo_id from media_ai.photo where state = 'waiting' and next_at <= $1
    order by next_at limit $3 for update skip locked)
  update media_ai.photo as photo set attempts = attempts + 1, next_at = $2, lease = gen_random_uuid()
  from due, media_ai.post as post
  where photo.post_id = due.post_id and photo.photo_id = due.photo_id and post.post_id = photo.post_id
  returning photo.post_id, photo.photo_id, lease, object_key, sha256, attempts,
    kind, category, language, title, description, sight`;
const HELD = `post_id = $1 and photo_id = $2 and lease = $3 and state = 'waiting'`;
const EXTEND = `update media_ai.photo set next_at = $4 where ${HELD} returning 1`;
const PUT_BACK = `update media_ai.photo set next_at = $4, lease = null, attempts = attempts - $5 where ${HELD}`;
const LOCK_POST = 'select category from media_ai.post where post_id = $1 for update';
const BEFORE = `select reading -> 'redaction' as redaction from media_ai.photo where ${HELD}`;
const FINISH = `update media_ai.photo set state = 'read', lease = null, reading = $4, sealed_hints = $5, sight = $6,
    folder = $7, forms = $8, failure = null, done_at = $9
  where ${HELD}`;
const GIVE_UP = `update media_ai.photo set state = 'failed', lease = null, failure = $4, reading = null,
    sealed_hints = null, folder = null, forms = '[]', done_at = $5
  where ${HELD}`;
const SHOW = 'update media_ai.public_folder set due_at = null, post_id = $2, photo_id = $3 where folder = $1';
const DISCARD = 'update media_ai.public_folder set due_at = $2 where folder = $1';
const COUNT_EVENT = `update media_ai.post set analysis_version = ${nextVersion('$2')} where post_id = $1
  returning org_id, author_id, visibility, kind, language, time_zone, version::float8 as version,
    photos_version::float8 as photos_version, analysis_version::float8 as analysis_version`;
const BACKLOG = `select count(*)::int as waiting,
    coalesce(greatest(0, extract(epoch from $1::timestamptz - min(queued_at))), 0)::float8 as oldest
  from media_ai.photo where state = 'waiting'`;

/** Addresses that were handed out, and readers of the event, lag behind; what somebody has to look at cannot wait. */
const GRACE_MS = 3_600_000;
const READER = { worker: 'photo-reader' } as const;

export class PostgresPhotoJobs implements PhotoJobs {
  constructor(
    private readonly database: Database,
    private readonly outbox: OutboxWriter,
  ) {}

  async take(most: number, now: Date, until: Date): Promise<readonly PhotoJob[]> {
    const rows = await this.database.transaction(READER, (tx) => tx.query<PhotoJobRow>(TAKE, [now, until, most]));
    return rows.map(toPhotoJob);
  }

  async extend(job: PhotoJob, until: Date): Promise<boolean> {
    const rows = await this.database.transaction(READER, (tx) => tx.query(EXTEND, [...keyOf(job), until]));
    return rows.length > 0;
  }

  async putBack(job: PhotoJob, next: Date, isAttempt: boolean): Promise<void> {
    const values = [...keyOf(job), next, isAttempt ? 0 : 1];
    await this.database.transaction(READER, async (tx) => tx.send(PUT_BACK, values));
  }

  async finish(job: PhotoJob, result: PhotoResult, now: Date): Promise<boolean> {
    const { reading, sealedHints, sight, folder, forms } = result;
    const kept = [JSON.stringify(reading), sealedHints, sight && JSON.stringify(sight), folder, JSON.stringify(forms)];
    const write = async (tx: Tx) => {
      tx.send(FINISH, [...keyOf(job), ...kept, now]);
      tx.send(SHOW, [folder, job.postId, job.photoId]);
    };
    const isReadAs = (category: string) => correctionOf(category, { reading, sight }) === null;
    const mustGo = (before: Redaction) => sight?.finding.sensitive === true || coversMore(reading.redaction, before);
    const isKept = await this.#end(job, now, { write, isReadAs, mustGo, folder });
    if (!isKept) await this.database.transaction(READER, async (tx) => tx.send(DISCARD, [folder, now]));
    return isKept;
  }

  async giveUp(job: PhotoJob, failure: PhotoFailure, now: Date): Promise<boolean> {
    const write = async (tx: Tx) => {
      tx.send(GIVE_UP, [...keyOf(job), JSON.stringify(failure), now]);
      const [post] = await tx.query<ToldPostRow>(COUNT_EVENT, [job.postId, now]);
      if (post) await this.outbox.append(tx, [photoFailed(job, post, failure, now)]);
    };
    return this.#end(job, now, { write, isReadAs: () => true, mustGo: () => false, folder: null });
  }

  async backlog(now: Date): Promise<Backlog> {
    const [row] = await this.database.read(READER, (tx) =>
      tx.query<{ waiting: number; oldest: number }>(BACKLOG, [now]),
    );
    return { waiting: row?.waiting ?? 0, oldestSeconds: row?.oldest ?? 0 };
  }

  /** The post is locked before its photo, as everybody does who changes both. */
  async #end(job: PhotoJob, now: Date, { write, isReadAs, mustGo, folder }: Ending): Promise<boolean> {
    return this.database.transaction(READER, async (tx) => {
      const [post] = await tx.query<{ category: string }>(LOCK_POST, [job.postId]);
      const [held] = await tx.query<{ redaction: Redaction | null }>(BEFORE, keyOf(job));
      if (post === undefined || held === undefined) return false;
      if (!isReadAs(post.category)) {
        tx.send(PUT_BACK, [...keyOf(job), now, 1]);
        return false;
      }
      await write(tx);
      const graceMs = held.redaction === null || mustGo(held.redaction) ? 0 : GRACE_MS;
      letGo(tx, job.postId, [job.photoId], new Date(now.getTime() + graceMs), folder);
      markDue(tx, job.postId, now);
      return true;
    });
  }
}

interface Ending {
  readonly write: (tx: Tx) => Promise<void>;
  /** It was taken in the moment in which its post changed: what it was then may not be what it is. */
  readonly isReadAs: (category: string) => boolean;
  /** What everybody could see must not be seen any longer. */
  readonly mustGo: (before: Redaction) => boolean;
  /** Of the forms that are shown now. */
  readonly folder: string | null;
}

function keyOf({ postId, photoId, lease }: PhotoJob): readonly string[] {
  return [postId, photoId, lease];
}
