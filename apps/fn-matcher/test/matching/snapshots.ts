import type { TestSchema } from '@foundnow/postgres/testing';
import {
  KNOWN_POST_COLUMNS,
  type KnownPostRow,
  toKnownPost,
} from '../../src/outbound/postgres/posts/known-post.row.ts';
import type { Told } from './post-histories.ts';
import { aDelivery, anAnalysis, aSaid } from './told.builder.ts';

const LIVE = `select ${KNOWN_POST_COLUMNS} from matcher.post where status = 'active' order by post_id desc`;

/** What `fn posts republish` tells of the posts that are live, with what was read of their photos. */
export async function snapshotsIn({ database }: TestSchema): Promise<readonly Told[]> {
  const rows = await database.read({ worker: 'scorer' }, (tx) => tx.query<KnownPostRow>(LIVE));
  return rows.flatMap((row): Told[] => {
    const { id: postId, said, photos, photosVersion, analysis, analysisPhotosVersion } = toKnownPost(row);
    if (said === null) return [];
    const shown = { version: photosVersion, list: photos };
    const whole = { ...aSaid(said.kind), ...said };
    const snapshot = { postId, version: 100, said: whole, status: 'active', photos: shown } as const;
    const seen = analysis && anAnalysis(postId, { photosVersion: analysisPhotosVersion, analysis });
    return [
      ...(seen ? [{ postId, to: ({ intake }) => intake.takeAnalysis(seen, aDelivery(), new Date()) } as Told] : []),
      { postId, to: ({ intake }) => intake.take(snapshot, aDelivery(), new Date()) },
    ];
  });
}
