import type { OutboxWriter } from '@foundnow/outbox';
import type { Tx } from '@foundnow/postgres';
import type { PostEvent } from '../../../domain/post/post-events.ts';
import type { PostState } from '../../../domain/post/post-state.ts';
import { Post } from '../../../domain/post/post.ts';
import type { Change } from '../../../use-cases/posts/post-store.port.ts';
import { toOutgoingEvent } from '../../events/posts/wire-events.ts';
import { followPhotos } from '../photos/photo-links.ts';
import { auditDeletions } from './audited-deletions.ts';
import { toRow, toState } from './post-row-mapping.ts';
import { KEEP_VERSION, UPDATE_POST, valuesOf } from './post-table.ts';
import type { PostRow } from './post.row.ts';

/** Changes posts within a transaction that has locked their rows. */
export class PostWriter {
  /** `closed`: a post has come to its end, and that was committed. */
  constructor(
    private readonly outbox: OutboxWriter,
    private readonly closed: () => void = () => {},
  ) {}

  async change(tx: Tx, rows: readonly PostRow[], change: Change): Promise<Post[]> {
    const posts: Post[] = [];
    const told = rows.flatMap((row) => {
      const post = Post.restore(toState(row));
      const before = post.state;
      posts.push(post);
      const events = change(post);
      if (post.state === before) return events;
      if (before.status === 'active' && post.state.status !== 'active') tx.afterCommit(this.closed);
      for (const version of [...between(before, events, post.state), post.state]) {
        if (version.version > before.version) tx.send(KEEP_VERSION, [row.id]);
        tx.send(UPDATE_POST, valuesOf(toRow(version)));
      }
      return events;
    });
    await followPhotos(tx, told);
    await auditDeletions(tx, told);
    await this.outbox.append(tx, told.map(toOutgoingEvent));
    return posts;
  }
}

/** Versions that one change went through: the history has each of them. */
function between(before: PostState, events: readonly PostEvent[], after: PostState): PostState[] {
  return events.map(({ post }) => post).filter(({ version }) => version > before.version && version < after.version);
}
