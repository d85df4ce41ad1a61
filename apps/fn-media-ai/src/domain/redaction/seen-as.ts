import { sensitivityOf } from '@foundnow/kernel';
import type { Proposed } from '../vision/vision-finding.ts';

/** Who posts a card as something else, or as nothing, has it covered all the same: below this a model guesses. */
const SURE = 0.5;

/** What a photo is covered as: what its post says it shows, unless a model saw something of which more is covered. */
export function seenAs(category: string, seen: Proposed | null): string {
  const isMore = seen !== null && seen.confidence >= SURE && sensitivityOf(seen.value) > sensitivityOf(category);
  return isMore ? seen.value : category;
}
