import type { EventMap } from '@foundnow/contracts';
import { type EventContext, OnEvent } from '@foundnow/messaging';
import { Controller } from '@nestjs/common';
import { TakeAnalysis } from '../../../use-cases/posts/take-analysis.ts';
import { analysisOf } from './analysis-of.ts';

@Controller()
export class MediaAiHandler {
  constructor(private readonly takeAnalysis: TakeAnalysis) {}

  @OnEvent('post.enhanced')
  async onPostEnhanced(enhanced: EventMap['post.enhanced'], context: EventContext): Promise<void> {
    await this.takeAnalysis.run(enhanced.postId, analysisOf(enhanced), context);
  }
}
