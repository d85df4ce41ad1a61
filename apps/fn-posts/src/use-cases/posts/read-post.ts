import type { Actor } from '../../domain/actor.ts';
import { postNotFound } from '../../domain/post/post-errors.ts';
import type { PostView } from '../../domain/post/post-view.ts';
import type { PostSearch } from './post-search.port.ts';

export class ReadPost {
  constructor(private readonly posts: PostSearch) {}

  async run(id: string, viewer: Actor | null): Promise<PostView> {
    const post = await this.posts.find(id, viewer);
    if (!post) throw postNotFound();
    return post;
  }
}
