import { postNotFound } from '../domain/post-errors.ts';
import type { PostState } from '../domain/post-state.ts';
import type { Caller } from './caller.ts';
import type { PostSearch } from './post-search.port.ts';

/** One post, if the caller may see it; a post that may not be seen looks like one that does not exist. */
export class ReadPost {
  constructor(private readonly posts: PostSearch) {}

  async run(id: string, caller: Caller | null): Promise<PostState> {
    const post = await this.posts.find(id, caller);
    if (!post) throw postNotFound();
    return post;
  }
}
