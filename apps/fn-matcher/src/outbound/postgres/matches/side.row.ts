import type { MatchSide } from '../../../domain/match/match-side.ts';

/** One side of a match: columns of matcher.post. */
export interface SideRow {
  post_id: string;
  author_id: string | null;
  org_id: string | null;
  intake: string;
  visibility: MatchSide['visibility'];
  title: string;
  category: string;
  reference: string | null;
  language: string;
  time_zone: string;
  public_photo_key: string | null;
}

/** What strangers see of a post that is not public is nothing, its photo least of all. */
export const SIDE_COLUMNS = `post_id, author_id, org_id, intake, visibility, title, category, reference, language,
  time_zone, case when visibility = 'public' then public_photo_key end as public_photo_key`;

export function toSide(row: SideRow): MatchSide {
  const { post_id: postId, author_id: authorId, org_id: orgId, time_zone: timeZone } = row;
  const { intake, visibility, title, category, reference, language, public_photo_key: publicPhotoKey } = row;
  return {
    postId,
    authorId,
    orgId,
    intake,
    visibility,
    title,
    category,
    reference,
    language,
    timeZone,
    publicPhotoKey,
  };
}
