import { together } from './confidence.ts';
import type { Suggestion } from './analysis.ts';

/** One stage, of one photo, speaks for a value. */
export interface Voice {
  readonly value: string;
  readonly confidence: number;
  readonly source: string;
}

/** What the voices are for, the surest first; capitals make no other value. */
export function weighed(voices: readonly Voice[]): Suggestion[] {
  const byValue = Map.groupBy(voices, ({ value }) => value.toLowerCase());
  return [...byValue.values()]
    .map((alike) => ({
      value: spellingOf(alike),
      confidence: together(alike.map(({ confidence }) => confidence)),
      sources: [...new Set(alike.map(({ source }) => source))].toSorted(),
    }))
    .toSorted((a, b) => b.confidence - a.confidence || (a.value < b.value ? -1 : 1));
}

/** As the surest voice writes it. */
function spellingOf(alike: readonly Voice[]): string {
  const [surest] = alike.toSorted((a, b) => b.confidence - a.confidence || (a.value < b.value ? -1 : 1));
  return surest?.value ?? '';
}
