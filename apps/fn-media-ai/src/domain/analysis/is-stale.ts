import type { ModelUse } from './analysis.ts';
import type { KeptReading, ModelSight } from './seen-photo.ts';

/** What would read a photo now. */
export interface CurrentReading {
  readonly pipelineVersion: string;
  /** That would be asked; any of them will do. */
  readonly models: ReadonlyArray<Omit<ModelUse, 'stage' | 'provider'> & { readonly name: string }>;
}

export interface ReadBefore {
  readonly state: 'waiting' | 'read' | 'failed';
  readonly reading: Pick<KeptReading, 'pipelineVersion' | 'redaction'> | null;
  readonly sight: Pick<ModelSight, 'provider' | 'model' | 'promptVersion'> | null;
}

/** Whether reading a photo again may say something else. One that waits is read anyway. */
export function isStale({ state, reading, sight }: ReadBefore, { pipelineVersion, models }: CurrentReading): boolean {
  if (state === 'waiting') return false;
  if (state === 'failed' || reading === null || reading.pipelineVersion !== pipelineVersion) return true;
  if (models.length === 0 || reading.redaction.kind === 'whole') return false;
  const asked = models.find(({ name }) => name === sight?.provider);
  return (
    sight === null || asked === undefined || asked.model !== sight.model || asked.promptVersion !== sight.promptVersion
  );
}
