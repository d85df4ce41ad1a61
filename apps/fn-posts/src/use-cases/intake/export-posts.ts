import type { Actor } from '../../domain/actor.ts';
import { deskOf } from '../../domain/desk.ts';
import type { PostView } from '../../domain/post/post-view.ts';
import type { ListPosition, ListQuery, PostSearch } from '../posts/post-search.port.ts';

const AT_ONCE = 200;

export type ExportFilter = Pick<ListQuery, 'kind' | 'statuses'>;

/** All posts of an organization that its desk may see, the oldest first, a page at a time. */
export class ExportPosts {
  constructor(private readonly posts: Pick<PostSearch, 'list'>) {}

  run(filter: ExportFilter, by: Actor): AsyncGenerator<readonly PostView[]> {
    return this.pages({ ...filter, orgId: deskOf(by), sort: 'oldest', limit: AT_ONCE }, by);
  }

  private async *pages(query: ListQuery, by: Actor): AsyncGenerator<readonly PostView[]> {
    let after: ListPosition | undefined;
    do {
      const { posts, next } = await this.posts.list({ ...query, after }, by);
      yield posts;
      after = next ?? undefined;
    } while (after !== undefined);
  }
}
