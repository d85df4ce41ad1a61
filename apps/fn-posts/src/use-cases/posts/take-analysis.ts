import type { Clock } from '@foundnow/kernel';
import type { Analysis } from '../../domain/post/suggestion.ts';
import type { Delivery, PostUpkeep } from './post-upkeep.port.ts';
import { screenReport } from './screen-report.ts';
import type { TextScreen } from './text-screen.port.ts';

/** The photos of a post were read. */
export class TakeAnalysis {
  constructor(
    private readonly posts: PostUpkeep,
    private readonly screen: TextScreen,
    private readonly clock: Clock,
  ) {}

  async run(postId: string, analysis: Analysis, delivery: Delivery): Promise<void> {
    // What stands in a photo may be a phone number.
    const { clean: proposed } = screenReport(analysis.proposed, this.screen);
    await this.posts.react(delivery, [postId], (post) =>
      post.takeAnalysis({ ...analysis, proposed }, this.clock.now()),
    );
  }
}
