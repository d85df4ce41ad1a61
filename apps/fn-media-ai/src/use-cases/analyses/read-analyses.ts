import { noAnalysis } from '../../domain/analysis/analysis-errors.ts';
import type { Viewer } from '../../domain/viewer.ts';
import type { KeptAnalyses, KeptAnalysis, PhotoRecord, QueuePosition } from './kept-analyses.port.ts';

/** What was read, for those who may see it. */
export class ReadAnalyses {
  constructor(private readonly analyses: KeptAnalyses) {}

  async ofPost(postId: string, viewer: Viewer): Promise<KeptAnalysis> {
    const analysis = await this.analyses.find(postId, viewer);
    if (analysis === null) throw noAnalysis();
    return analysis;
  }

  async ofPhoto(photoId: string, viewer: Viewer): Promise<PhotoRecord> {
    const photo = await this.analyses.findPhoto(photoId, viewer);
    if (photo === null) throw noAnalysis();
    return photo;
  }

  async inReview(viewer: Viewer, after: QueuePosition | null, limit: number): Promise<readonly KeptAnalysis[]> {
    return this.analyses.waiting(viewer, after, limit);
  }
}
