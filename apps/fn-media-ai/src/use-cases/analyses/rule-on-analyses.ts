import type { Clock } from '@foundnow/kernel';
import { noAnalysis, notInReview, notYours, upToDate } from '../../domain/analysis/analysis-errors.ts';
import { type CurrentReading, isStale, type OwnReading } from '../../domain/analysis/is-stale.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { Vision } from '../vision.port.ts';
import type { AnalysisDesk, Decision, PhotoRecord, Ruled } from './kept-analyses.port.ts';

/** Having a post read again, and deciding what needs a look. */
export class RuleOnAnalyses {
  constructor(
    private readonly desk: AnalysisDesk,
    private readonly vision: Pick<Vision, 'providers'>,
    private readonly own: OwnReading,
    private readonly clock: Clock,
    private readonly wake: () => void,
  ) {}

  async readAgain(postId: string, by: Viewer): Promise<void> {
    const current = await this.current();
    const mayDiffer = (photo: PhotoRecord, category: string) => isStale(photo, category, current);
    const ruled = await this.desk.readAgain(postId, by, mayDiffer, this.clock.now());
    if (ruled === 'nothing-to-do') throw upToDate();
    this.done(ruled);
  }

  async decide(analysisId: string, by: Viewer, decision: Decision): Promise<void> {
    const ruled = await this.desk.decide(analysisId, by, decision, this.clock.now());
    if (ruled === 'nothing-to-do') throw notInReview();
    this.done(ruled);
  }

  private async current(): Promise<CurrentReading> {
    const { providers } = await this.vision.providers();
    const models = providers.filter(({ state }) => state !== 'no-key');
    return { ...this.own, models, now: this.clock.now() };
  }

  private done(ruled: Ruled): void {
    if (ruled === 'missing') throw noAnalysis();
    if (ruled === 'forbidden') throw notYours();
    this.wake();
  }
}
