import type { Database } from '@foundnow/postgres';
import type { Viewer } from '../../../domain/viewer.ts';
import type {
  KeptAnalyses,
  KeptAnalysis,
  PhotoRecord,
  QueuePosition,
} from '../../../use-cases/analyses/kept-analyses.port.ts';
import {
  ANALYSIS_COLUMNS,
  type AnalysisRow,
  PHOTO_COLUMNS,
  type PhotoRecordRow,
  toKeptAnalysis,
  toPhotoRecord,
} from './analysis.row.ts';
import { IS_SETTLED } from './is-settled.ts';
import { MAY_RULE, MAY_SEE, scopeOf, viewerValues } from './may-see.ts';

const FIND = `select ${ANALYSIS_COLUMNS} from media_ai.analysis join media_ai.post using (post_id)
  where post_id = $5 and is_current and ${MAY_SEE}`;
const FIND_PHOTO = `select ${PHOTO_COLUMNS} from media_ai.photo join media_ai.post using (post_id)
  where photo_id = $5 and ${MAY_SEE} limit 1`;
/** $1 is for the conditions that others use. */
const WAITING = `select ${ANALYSIS_COLUMNS} from media_ai.analysis join media_ai.post using (post_id)
  where is_current and level = 'review' and decision is null and $1::uuid is not null
    and post.deleted_at is null and ${MAY_RULE} and ${IS_SETTLED}
    and ($5::timestamptz is null or (created_at, analysis_id) > ($5::timestamptz, $6::uuid))
  order by created_at, analysis_id limit $7`;

export class PostgresKeptAnalyses implements KeptAnalyses {
  constructor(private readonly database: Database) {}

  async find(postId: string, viewer: Viewer): Promise<KeptAnalysis | null> {
    const [row] = await this.#read<AnalysisRow>(FIND, viewer, [postId]);
    return row === undefined ? null : toKeptAnalysis(row);
  }

  async findPhoto(photoId: string, viewer: Viewer): Promise<PhotoRecord | null> {
    const [row] = await this.#read<PhotoRecordRow>(FIND_PHOTO, viewer, [photoId]);
    return row === undefined ? null : toPhotoRecord(row);
  }

  async waiting(viewer: Viewer, after: QueuePosition | null, limit: number): Promise<readonly KeptAnalysis[]> {
    const position = [after?.createdAt ?? null, after?.analysisId ?? null];
    const rows = await this.#read<AnalysisRow>(WAITING, viewer, [...position, limit]);
    return rows.map(toKeptAnalysis);
  }

  async #read<Row>(text: string, viewer: Viewer, values: readonly unknown[]): Promise<Row[]> {
    return this.database.read(scopeOf(viewer), (tx) => tx.query<Row>(text, [...viewerValues(viewer), ...values]));
  }
}
