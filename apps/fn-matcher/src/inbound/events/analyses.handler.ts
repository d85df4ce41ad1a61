import type { EventMap } from '@foundnow/contracts';
import { type EventContext, OnEvent } from '@foundnow/messaging';
import { Controller } from '@nestjs/common';
import { TakeInAnalysis } from '../../use-cases/posts/take-in-analysis.ts';
import { toldAnalysis } from './told-analysis.ts';

@Controller()
export class AnalysesHandler {
  constructor(private readonly takeInAnalysis: TakeInAnalysis) {}

  @OnEvent('post.enhanced')
  async onEnhanced(enhanced: EventMap['post.enhanced'], context: EventContext): Promise<void> {
    await this.takeInAnalysis.run(toldAnalysis(enhanced), context);
  }
}
