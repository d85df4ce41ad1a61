import type { PostState } from '../../../domain/post/post-state.ts';
import type { MadeChange } from '../../../use-cases/privacy/export-source.port.ts';
import { type Snapshot, stateOfSnapshot } from '../posts/past-versions.ts';
import { toState } from '../posts/post-row-mapping.ts';
import { SELECT_POST } from '../posts/post-table.ts';
import type { PostRow } from '../posts/post.row.ts';
import { FIRST_ID, type Listing, NOT_ERASED } from './export-pages.ts';

/** Deleted ones too, as long as they are kept. */
export const POSTS: Listing<PostRow, PostState> = {
  text: `${SELECT_POST} where author_id = $1 and (created_at, id) > ($3::timestamptz, $4::uuid) and ${NOT_ERASED}
    order by created_at, id limit $2`,
  start: ['-infinity', FIRST_ID],
  positionOf: ({ created_at: createdAt, id }) => [createdAt, id],
  toItem: toState,
};

interface VersionRow {
  readonly post_id: string;
  readonly version: number;
  readonly snapshot: Snapshot;
}

export const POST_VERSIONS: Listing<VersionRow, PostState> = {
  text: `select post_id, version, snapshot from posts.post_version
    where author_id = $1 and (post_id, version) > ($3::uuid, $4::int) and ${NOT_ERASED}
    order by post_id, version limit $2`,
  start: [FIRST_ID, 0],
  positionOf: ({ post_id: postId, version }) => [postId, version],
  toItem: ({ snapshot }) => stateOfSnapshot(snapshot),
};

interface ChangeRow extends Omit<MadeChange, 'postId'> {
  readonly post_id: string;
}

const toChange = ({ post_id: postId, version, at, change, reason, fields }: ChangeRow): MadeChange => {
  return { postId, version, at, change, reason, fields };
};
/** The words of the indexes; whose post it is stays unsaid. */
const OF_OTHERS = 'changed_by = $1 and changed_by is not null and changed_by is distinct from author_id';
const EXPORTER = 'personal-export';

export const LAST_CHANGES_OF_OTHERS: Listing<ChangeRow, MadeChange> = {
  text: `select id as post_id, version, updated_at as at, change, change_reason as reason, changed_fields as fields
    from posts.post where ${OF_OTHERS} and id > $3::uuid and ${NOT_ERASED} order by id limit $2`,
  start: [FIRST_ID],
  positionOf: ({ post_id: postId }) => [postId],
  toItem: toChange,
  worker: EXPORTER,
};

export const PAST_CHANGES_OF_OTHERS: Listing<ChangeRow, MadeChange> = {
  text: `select post_id, version, (snapshot ->> 'updated_at')::timestamptz as at, snapshot ->> 'change' as change,
      snapshot ->> 'change_reason' as reason,
      array(select jsonb_array_elements_text(coalesce(snapshot -> 'changed_fields', '[]'))) as fields
    from posts.post_version where ${OF_OTHERS} and (post_id, version) > ($3::uuid, $4::int) and ${NOT_ERASED}
    order by post_id, version limit $2`,
  start: [FIRST_ID, 0],
  positionOf: ({ post_id: postId, version }) => [postId, version],
  toItem: toChange,
  worker: EXPORTER,
};
