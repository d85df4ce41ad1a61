import type { Idempotency, IdempotentRequest } from '@foundnow/http';
import type { OutboxWriter } from '@foundnow/outbox';
import { type Database, type Tx, violatedConstraint } from '@foundnow/postgres';
import type { Actor } from '../../../domain/actor.ts';
import { postNotFound } from '../../../domain/post/post-errors.ts';
import type { PostEvent } from '../../../domain/post/post-events.ts';
import type { PostState } from '../../../domain/post/post-state.ts';
import type { Post } from '../../../domain/post/post.ts';
import { admitted, assertAdmitted } from '../../../use-cases/posts/admitted-change.ts';
import type { ExpectedVersion } from '../../../use-cases/posts/expected-version.ts';
import { type Added, type Change, type PostStore, ReferenceTaken } from '../../../use-cases/posts/post-store.port.ts';
import { toOutgoingEvent } from '../../events/posts/wire-events.ts';
import { scopeOf } from '../actor-scope.ts';
import { followPhotos } from '../photos/photo-links.ts';
import { throwRefusedAsErased } from '../privacy/person-erased.ts';
import { toRow, toState } from './post-row-mapping.ts';
import { INSERT_POST, SELECT_POST_FOR_UPDATE, valuesOf } from './post-table.ts';
import type { PostWriter } from './post-writer.ts';
import type { PostRow } from './post.row.ts';

export class PostgresPostStore implements PostStore {
  constructor(
    private readonly database: Database,
    private readonly outbox: OutboxWriter,
    private readonly idempotency: Idempotency,
    private readonly writer: PostWriter,
  ) {}

  async add(post: Post, events: readonly PostEvent[], by: Actor, once: IdempotentRequest | undefined): Promise<Added> {
    try {
      const { resource: id, replayed } = await this.idempotency.run(once, scopeOf(by), async (tx) => {
        tx.send(INSERT_POST, valuesOf(toRow(post.state)));
        await followPhotos(tx, events);
        await this.outbox.append(tx, events.map(toOutgoingEvent));
        return post.state.id;
      });
      return { id, replayed };
    } catch (error) {
      if (violatedConstraint(error) === 'post_reference_key') throw new ReferenceTaken();
      throwRefusedAsErased(error);
    }
  }

  async update(id: string, by: Actor, expected: ExpectedVersion, change: Change): Promise<Post> {
    const changed = this.database.transaction(scopeOf(by), async (tx) => {
      const rows = await tx.query<PostRow>(SELECT_POST_FOR_UPDATE, [id]);
      const [post] = await this.writer.change(tx, rows, admitted(by, expected, change));
      if (!post) throw postNotFound();
      return post;
    });
    return changed.catch(throwRefusedAsErased);
  }

  async look(id: string, by: Actor, expected: ExpectedVersion): Promise<PostState> {
    // The same statement as in `update`: what may be read is more than what may be written.
    const lock = (tx: Tx) => tx.query<PostRow>(SELECT_POST_FOR_UPDATE, [id]);
    const [row] = await this.database.transaction(scopeOf(by), lock);
    if (!row) throw postNotFound();
    const state = toState(row);
    assertAdmitted(state, by, expected);
    return state;
  }
}
