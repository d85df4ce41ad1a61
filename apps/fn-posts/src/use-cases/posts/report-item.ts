import type { IdempotentRequest } from '@foundnow/http';
import type { Actor } from '../../domain/actor.ts';
import { postNotFound } from '../../domain/post/post-errors.ts';
import { closenessOf, type PostView, viewOf } from '../../domain/post/post-view.ts';
import type { AnsweredRequests } from '../answered-requests.port.ts';
import type { UploadedPhotos } from '../photos/uploaded-photos.port.ts';
import type { DraftPost, ReportRequest } from './draft-post.ts';
import type { PostSearch } from './post-search.port.ts';
import { type PostStore, ReferenceTaken } from './post-store.port.ts';
import type { Warning } from './screen-report.ts';

export interface Reported {
  readonly post: PostView;
  readonly warnings: readonly Warning[];
  readonly replayed: boolean;
}

/** References are drawn by chance: two in a row that are taken are already a rarity. */
const DRAWS = 3;

/** Someone says what they lost or found. */
export class ReportItem {
  constructor(
    private readonly posts: PostStore,
    private readonly search: Pick<PostSearch, 'find'>,
    private readonly draftPost: DraftPost,
    private readonly uploads: UploadedPhotos,
    private readonly answered: AnsweredRequests,
  ) {}

  async run(request: ReportRequest, by: Actor, once?: IdempotentRequest): Promise<Reported> {
    try {
      return await this.report(request, by, once);
    } catch (error) {
      const earlier = await this.answered.earlier(once, by);
      if (earlier === undefined) throw error;
      return this.asItStands(earlier, [], by);
    }
  }

  private async report(request: ReportRequest, by: Actor, once: IdempotentRequest | undefined): Promise<Reported> {
    for (let draw = 1; ; draw += 1) {
      try {
        return await this.attempt(request, by, once);
      } catch (error) {
        if (!(error instanceof ReferenceTaken) || draw === DRAWS) throw error;
      }
    }
  }

  private async attempt(request: ReportRequest, by: Actor, once: IdempotentRequest | undefined): Promise<Reported> {
    const photos = await this.uploads.find(request.photoUploadIds, by);
    const { post, events, warnings } = await this.draftPost.run(request, photos, by);
    await this.uploads.keep(photos);
    const { id, replayed } = await this.posts.add(post, events, by, once);
    if (replayed) return this.asItStands(id, warnings, by);
    return { post: viewOf(post.state, closenessOf(post.state, by)), warnings, replayed };
  }

  /** One that was made, and is gone since, does not come back by a repetition. */
  private async asItStands(id: string, warnings: readonly Warning[], by: Actor): Promise<Reported> {
    const post = await this.search.find(id, by);
    if (!post) throw postNotFound();
    return { post, warnings, replayed: true };
  }
}
