import type { PhotoReading } from '../photo/photo-reading.ts';
import type { VisionFinding } from '../vision/vision-finding.ts';

/** What is kept of a reading in clear: everything but what leads to a person. */
export type KeptReading = Omit<PhotoReading, 'personal'>;

/** What a vision model said of a photo. */
export interface ModelSight {
  readonly provider: string;
  readonly model: string;
  readonly promptVersion: string | null;
  /** From the question to the answer, waiting and further attempts included. */
  readonly milliseconds: number;
  readonly finding: VisionFinding;
}

/** A photo that was read. */
export interface SeenPhoto {
  readonly photoId: string;
  readonly reading: KeptReading;
  /** Null: no model looked at it. */
  readonly sight: ModelSight | null;
}

/** What of a photo says whether it was read as what it is. */
export interface CoveredPhoto {
  readonly reading: Pick<KeptReading, 'readAs' | 'redaction'>;
  readonly sight: Pick<ModelSight, 'finding'> | null;
}
