import type { Clock, IdGenerator } from '@foundnow/kernel';
import { fuse } from '../../domain/analysis/fuse.ts';
import type { HintSealer } from '../photos/hint-sealer.port.ts';
import type { Analysis } from '../../domain/analysis/analysis.ts';
import type { DuePost, DuePosts } from './due-posts.port.ts';

const AT_ONCE = 20;
/** One in trouble keeps no other waiting. */
const POSTPONED_MS = 30_000;

/** Once all photos of a post have come to an end, says what they say together. */
export class AnalysePosts {
  constructor(
    private readonly posts: DuePosts,
    private readonly sealer: Pick<HintSealer, 'sealPost'>,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  async run(signal?: AbortSignal): Promise<void> {
    for (let more = true; more && signal?.aborted !== true;) {
      const due = await this.posts.find(this.clock.now(), AT_ONCE);
      let published = 0;
      for (const post of due) if (await this.oneOrLater(post)) published += 1;
      // One that changed meanwhile is due again; a round without any progress waits for the next.
      more = due.length === AT_ONCE && published > 0;
    }
  }

  private async oneOrLater(post: DuePost): Promise<boolean> {
    try {
      return await this.one(post);
    } catch (error) {
      this.onTrouble(error);
      await this.posts.postpone(post, new Date(this.clock.now().getTime() + POSTPONED_MS));
      return false;
    }
  }

  private async one(post: DuePost): Promise<boolean> {
    const { photos, failedPhotoIds, supersedes } = post;
    // Whoever never had a photo is told nothing; whose last one went, that what was said of it no longer holds.
    if (photos.length === 0 && failedPhotoIds.length === 0 && supersedes === null) {
      await this.posts.pass(post);
      return true;
    }
    const sealedHints = await this.sealer.sealPost(post.postId, photos);
    const draft = { analysisId: this.ids.next(), analysis: ruled(fuse(photos), post), sealedHints };
    return this.posts.publish(post, draft, this.clock.now());
  }
}

/** Somebody looked: what she approved may be suggested, what she rejected may not. */
function ruled(analysis: Analysis, { ruling }: DuePost): Analysis {
  if (ruling === null) return analysis;
  return { ...analysis, level: ruling === 'approve' ? 'suggest' : 'none' };
}
