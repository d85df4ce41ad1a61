import type { ModelSight } from './seen-photo.ts';

/**
 * The file of a photo never changes: what a model saw in it holds when none answers the next time. And where one called
 * it sensitive, another does not undo that, only the desk does.
 */
export function latestSight(before: ModelSight | null, now: ModelSight | null): ModelSight | null {
  if (before === null || now === null) return now ?? before;
  const sensitive = now.finding.sensitive || before.finding.sensitive;
  return { ...now, finding: { ...now.finding, sensitive } };
}
