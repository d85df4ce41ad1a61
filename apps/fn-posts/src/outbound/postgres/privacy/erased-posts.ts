import type { Tx } from '@foundnow/postgres';
import type { PostState } from '../../../domain/post/post-state.ts';
import type { PersonalRecords } from '../../../use-cases/privacy/personal-records.port.ts';
import { SELECT_POST } from '../posts/post-table.ts';
import type { PostWriter } from '../posts/post-writer.ts';
import type { PostRow } from '../posts/post.row.ts';
import { assertForgotten, type Naming } from './assert-forgotten.ts';
import { forgetWhatWas } from './stripped-posts.ts';

/** The words of the index. */
const BY_OTHER = 'changed_by is distinct from author_id';
const HERS = `${SELECT_POST} where author_id = $1 order by id limit $2 for update`;
const TOUCHED = `${SELECT_POST} where changed_by = $1 and ${BY_OTHER} order by id limit $2 for update`;

/** What she reported herself is stripped; what she took in for an organization, or changed, forgets who she was. */
export class ErasedPosts implements PersonalRecords {
  readonly name = 'posts';

  constructor(private readonly writer: PostWriter) {}

  left(person: string): string {
    return `exists (select from posts.post where author_id = ${person})
      or exists (select from posts.post where changed_by = ${person} and ${BY_OTHER})`;
  }

  async forget(tx: Tx, person: string, now: Date, most: number): Promise<number> {
    const hers = await tx.query<PostRow>(HERS, [person, most]);
    const rows = hers.length > 0 ? hers : await tx.query<PostRow>(TOUCHED, [person, most]);
    const own = rows.filter((row) => isOwn(row, person)).map(({ id }) => id);
    const changed = await this.writer.change(tx, rows, (post) =>
      own.includes(post.state.id) ? post.strip('erasure', now) : post.forget(person, now),
    );
    forgetWhatWas(tx, own);
    assertForgotten(
      this.name,
      changed.flatMap(({ state }, i) => namingsOf(state, rows[i])),
    );
    return rows.length;
  }
}

/** What she keeps private is nobody else's, wherever she reported it. */
function isOwn({ author_id, intake, visibility }: PostRow, person: string): boolean {
  return author_id === person && (intake === 'self' || visibility === 'private');
}

function namingsOf({ authorId, lastChange }: PostState, before: PostRow | undefined): Naming[] {
  return [
    [before?.author_id ?? null, authorId],
    [before?.changed_by ?? null, lastChange.by],
  ];
}
