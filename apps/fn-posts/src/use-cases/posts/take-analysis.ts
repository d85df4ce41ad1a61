import type { Clock } from '@foundnow/kernel';
import type { PhotoForm } from '../../domain/photo/photo.ts';
import type { Analysis } from '../../domain/post/analysis.ts';
import type { Delivery, PostUpkeep } from './post-upkeep.port.ts';
import { screenReport } from './screen-report.ts';
import type { TextScreen } from './text-screen.port.ts';

export interface PhotoAnalysis extends Analysis {
  /** By photo: the forms of it that everybody may see. */
  readonly redacted: ReadonlyMap<string, readonly PhotoForm[]>;
}

/** The photos of a post were read. */
export class TakeAnalysis {
  constructor(
    private readonly posts: PostUpkeep,
    private readonly screen: TextScreen,
    private readonly clock: Clock,
  ) {}

  async run(postId: string, { redacted, ...analysis }: PhotoAnalysis, delivery: Delivery): Promise<void> {
    // What stands in a photo may be a phone number.
    const { clean: proposed } = screenReport(analysis.proposed, this.screen);
    const now = this.clock.now();
    await this.posts.react(delivery, [postId], (post) => [
      ...post.changePhotos({ type: 'show', redacted, version: analysis.version }, null, now),
      ...post.takeAnalysis({ ...analysis, proposed }, now),
    ]);
  }
}
