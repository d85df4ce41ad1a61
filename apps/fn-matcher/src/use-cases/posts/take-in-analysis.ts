import type { Clock } from '@foundnow/kernel';
import type { AnalysisNews, Delivery, PostIntake } from './post-intake.port.ts';
import type { SecretReader } from './secret-reader.port.ts';

export interface ToldAnalysis extends Omit<AnalysisNews, 'analysis'> {
  readonly analysis: Omit<AnalysisNews['analysis'], 'identifiers'>;
}

/** What photos show is taken in once, also before the post itself. */
export class TakeInAnalysis {
  constructor(
    private readonly posts: PostIntake,
    private readonly secrets: SecretReader,
    private readonly clock: Clock,
    private readonly wake: () => void,
  ) {}

  async run({ analysis, ...news }: ToldAnalysis, delivery: Delivery): Promise<void> {
    const identifiers = await this.secrets.readFrom(news.postId, news.sealedHints);
    await this.posts.takeAnalysis({ ...news, analysis: { ...analysis, identifiers } }, delivery, this.clock.now());
    this.wake();
  }
}
