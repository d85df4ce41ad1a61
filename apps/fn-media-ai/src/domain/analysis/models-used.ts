import type { ModelUse } from './analysis.ts';
import type { SeenPhoto } from './seen-photo.ts';

/** Who did which stage, each once. */
export function modelsUsed(photos: readonly SeenPhoto[]): ModelUse[] {
  const uses = photos.flatMap(({ reading, sight }) => [
    ...reading.stages.map(({ stage, provider, model }) => ({ stage, provider, model, promptVersion: null })),
    ...(sight === null ? [] : [sightUse(sight)]),
  ]);
  const once = new Map(uses.map((use) => [JSON.stringify(Object.values(use)), use]));
  return [...once].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, use]) => use);
}

function sightUse({ provider, model, promptVersion }: Omit<ModelUse, 'stage'>): ModelUse {
  return { stage: 'vision', provider, model, promptVersion };
}
