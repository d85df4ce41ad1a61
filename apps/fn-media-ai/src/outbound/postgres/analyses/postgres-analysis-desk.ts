import type { AuditTrail, Database, Tx } from '@foundnow/postgres';
import type { Viewer } from '../../../domain/viewer.ts';
import type { AnalysisDesk, Decision, PhotoRecord, Ruled } from '../../../use-cases/analyses/kept-analyses.port.ts';
import { readAgain } from '../posts/read-again.ts';
import { PHOTO_COLUMNS, type PhotoRecordRow, toPhotoRecord } from './analysis.row.ts';
import { IS_SETTLED } from './is-settled.ts';
import { MAY_RULE, MAY_SEE, viewerValues } from './may-see.ts';

const LOCK = `select ${MAY_RULE} as may_rule, category from media_ai.post as post where post_id = $5 and ${MAY_SEE} for update`;
const POST_OF = 'select post_id from media_ai.analysis where analysis_id = $1';
const PHOTOS = `select ${PHOTO_COLUMNS} from media_ai.photo where post_id = $1`;
/** What waits for a look; and what was decided the other way, for whoever errs. */
const DECIDE = `update media_ai.analysis set decision = $2, decided_by = $3, decided_at = $4 from media_ai.post as post
  where analysis_id = $1 and is_current and (level = 'review' and decision is null or post.ruling <> $2)
    and post.post_id = analysis.post_id and ${IS_SETTLED} returning 1`;
/** Nothing of its photos changed: what is to be told is what was decided. */
const RULE = 'update media_ai.post set ruling = $2, due_at = $3, revision = revision + 1 where post_id = $1';

/** Whose post it is, the condition says: of one of no organization no scope of a person lets others write. */
const ANALYST = { worker: 'analyst' } as const;

export class PostgresAnalysisDesk implements AnalysisDesk {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  async readAgain(
    postId: string,
    by: Viewer,
    isStale: (photo: PhotoRecord, category: string) => boolean,
    now: Date,
  ): Promise<Ruled> {
    return this.#ruling(postId, by, async (tx, category) => {
      const photos = (await tx.query<PhotoRecordRow>(PHOTOS, [postId])).map(toPhotoRecord);
      const stale = photos.filter((photo) => isStale(photo, category)).map(({ photoId }) => photoId);
      if (stale.length === 0) return 'nothing-to-do';
      readAgain(tx, postId, stale, now);
      await this.audit.record(tx, { actor: by.userId, action: 'analysis.rerun', subject: `post/${postId}` });
      return 'done';
    });
  }

  async decide(analysisId: string, by: Viewer, decision: Decision, now: Date): Promise<Ruled> {
    const [found] = await this.database.read(ANALYST, (tx) => tx.query<{ post_id: string }>(POST_OF, [analysisId]));
    if (found === undefined) return 'missing';
    return this.#ruling(found.post_id, by, async (tx) => {
      const decided = await tx.query(DECIDE, [analysisId, decision, by.userId, now]);
      if (decided.length === 0) return 'nothing-to-do';
      tx.send(RULE, [found.post_id, decision, now]);
      const entry = { actor: by.userId, action: 'analysis.decided', subject: `analysis/${analysisId}` };
      await this.audit.record(tx, { ...entry, details: { decision } });
      return 'done';
    });
  }

  async #ruling(postId: string, by: Viewer, rule: (tx: Tx, category: string) => Promise<Ruled>): Promise<Ruled> {
    return this.database.transaction(ANALYST, async (tx) => {
      const [post] = await tx.query<{ may_rule: boolean; category: string }>(LOCK, [...viewerValues(by), postId]);
      if (post === undefined) return 'missing';
      return post.may_rule ? rule(tx, post.category) : 'forbidden';
    });
  }
}
