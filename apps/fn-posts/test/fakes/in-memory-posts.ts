import type { IdempotentRequest } from '@foundnow/http';
import type { Actor } from '../../src/domain/actor.ts';
import { postNotFound } from '../../src/domain/post/post-errors.ts';
import type { PostEvent } from '../../src/domain/post/post-events.ts';
import type { PostState } from '../../src/domain/post/post-state.ts';
import { closenessOf, type PostView, viewOf } from '../../src/domain/post/post-view.ts';
import { Post } from '../../src/domain/post/post.ts';
import type { AnsweredRequests } from '../../src/use-cases/answered-requests.port.ts';
import { type Added, type Change, type PostStore, ReferenceTaken } from '../../src/use-cases/posts/post-store.port.ts';
import { admitted, assertAdmitted } from '../../src/use-cases/posts/admitted-change.ts';
import type { ExpectedVersion } from '../../src/use-cases/posts/expected-version.ts';
import type { PostSearch } from '../../src/use-cases/posts/post-search.port.ts';

/** The store and the plain read over a map; the conformance suite keeps it honest. */
export class InMemoryPosts implements PostStore, Pick<PostSearch, 'find'>, AnsweredRequests {
  readonly told: PostEvent[] = [];
  private readonly rows = new Map<string, PostState>();
  private readonly answered = new Map<string, string>();

  async add(post: Post, events: readonly PostEvent[], _by: Actor, once: IdempotentRequest | undefined): Promise<Added> {
    const request = once?.id.toString('hex');
    const earlier = request && this.answered.get(request);
    if (earlier !== undefined && earlier !== '') return { id: earlier, replayed: true };
    const { id, reference } = post.state;
    const taken = [...this.rows.values()].some((row) => reference !== null && row.reference === reference);
    if (taken) throw new ReferenceTaken();
    this.rows.set(id, post.state);
    this.told.push(...events);
    if (request !== undefined) this.answered.set(request, id);
    return { id, replayed: false };
  }

  async update(id: string, by: Actor, expected: ExpectedVersion, change: Change): Promise<Post> {
    const post = Post.restore(this.writable(id, by));
    const events = admitted(by, expected, change)(post);
    this.rows.set(id, post.state);
    this.told.push(...events);
    return post;
  }

  async earlier(once: IdempotentRequest | undefined): Promise<string | undefined> {
    return once && this.answered.get(once.id.toString('hex'));
  }

  async look(id: string, by: Actor, expected: ExpectedVersion): Promise<PostState> {
    const state = this.writable(id, by);
    assertAdmitted(state, by, expected);
    return state;
  }

  async find(id: string, viewer: Actor | null): Promise<PostView | null> {
    const row = this.rows.get(id);
    if (!row || row.status === 'deleted' || !isVisible(row, viewer)) return null;
    return viewOf(row, closenessOf(row, viewer));
  }

  /** What row-level security lets somebody write: rows of her organization, and her own of none. */
  private writable(id: string, by: Actor): PostState {
    const row = this.rows.get(id);
    const isHers = row && (row.orgId === null ? row.authorId === by.userId : row.orgId === by.orgId);
    if (!row || row.status === 'deleted' || !isHers) throw postNotFound();
    return row;
  }
}

function isVisible({ visibility, authorId, orgId }: PostState, viewer: Actor | null): boolean {
  if (visibility === 'public' || (viewer !== null && viewer.userId === authorId)) return true;
  return visibility === 'organization' && orgId !== null && viewer?.orgId === orgId;
}
