import { sensitivityOf } from '@foundnow/kernel';
import { correctionOf } from '../redaction/correction-of.ts';
import type { ModelUse } from './analysis.ts';
import type { StageName } from '../photo/stage.ts';
import type { KeptReading, ModelSight } from './seen-photo.ts';

/** What leads to a person is sealed with a key that may have retired so long after: reading anew seals anew. */
const OPENS_MS = 90 * 86_400_000;

/** What reads photos here. */
export interface OwnReading {
  readonly pipelineVersion: string;
  /** That are not always there; with a model where there is a choice. */
  readonly stages: ReadonlyArray<{ readonly stage: StageName; readonly model?: string }>;
}

/** What would read a photo now. */
export interface CurrentReading extends OwnReading {
  /** That would be asked; any of them will do. */
  readonly models: ReadonlyArray<Omit<ModelUse, 'stage' | 'provider'> & { readonly name: string }>;
  readonly now: Date;
}

export interface ReadBefore {
  readonly state: 'waiting' | 'read' | 'failed';
  readonly reading: Pick<KeptReading, 'pipelineVersion' | 'readAs' | 'redaction' | 'stages'> | null;
  readonly sight: ModelSight | null;
  readonly doneAt: Date | null;
}

/** Whether reading a photo again, as its post is now, may say something else. One that waits is read anyway. */
export function isStale(
  { state, reading, sight, doneAt }: ReadBefore,
  category: string,
  current: CurrentReading,
): boolean {
  if (state === 'waiting') return false;
  if (state === 'failed' || reading === null || !isReadBy(current, reading)) return true;
  if (correctionOf(category, { reading, sight }) !== null) return true;
  const { models, now } = current;
  if (now.getTime() - (doneAt?.getTime() ?? 0) > OPENS_MS) return true;
  if (models.length === 0 || isHiddenFromModels(category, reading)) return false;
  const asked = models.find(({ name }) => name === sight?.provider);
  return (
    sight === null || asked === undefined || asked.model !== sight.model || asked.promptVersion !== sight.promptVersion
  );
}

function isReadBy({ pipelineVersion, stages }: OwnReading, before: NonNullable<ReadBefore['reading']>): boolean {
  const ran = ({ stage, model }: OwnReading['stages'][number]): boolean =>
    before.stages.some((use) => use.stage === stage && (model === undefined || use.model === model));
  return before.pipelineVersion === pipelineVersion && stages.every(ran);
}

/** Covered whole for what its post says; for what a model said, another may say otherwise. */
function isHiddenFromModels(category: string, { readAs, redaction }: NonNullable<ReadBefore['reading']>): boolean {
  return redaction.kind === 'whole' && sensitivityOf(readAs) <= sensitivityOf(category);
}
