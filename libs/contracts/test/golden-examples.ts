import { loadContracts } from '../src/source/load-contracts.ts';
import { eventsOf } from '../src/source/contracts.ts';
import type { EventMap, EventName } from '../src/generated/event-map.ts';
import { fileURLToPath } from 'node:url';

export type GoldenExample = {
  [N in EventName]: { readonly event: N; readonly example: string; readonly payload: EventMap[N] };
}[EventName];

let loaded: readonly GoldenExample[] | undefined;

/** Every example under `schemas/`, fresh from the files and checked there by `npm run contracts:check`. */
export function goldenExamples(): readonly GoldenExample[] {
  loaded ??= eventsOf(loadContracts(fileURLToPath(new URL('../../../schemas', import.meta.url)))).flatMap((event) =>
    event.examples.map(({ name, payload }) => ({ event: event.name, example: name, payload }) as GoldenExample),
  );
  return structuredClone(loaded);
}

/** One example of an event: the named one, or the first. */
export function goldenExample<N extends EventName>(event: N, example?: string): EventMap[N] {
  const of = goldenExamples().filter((each) => each.event === event);
  const found = example === undefined ? of[0] : of.find((each) => each.example === example);
  if (!found) {
    throw new Error(
      `${event} has no example ${example ?? ''}; there are: ${of.map((each) => each.example).join(', ')}`,
    );
  }
  return found.payload as EventMap[N];
}
