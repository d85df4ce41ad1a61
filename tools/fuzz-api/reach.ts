import type { Caller } from './callers.ts';
import { type Met, together } from './met.ts';
import type { Route } from './routes.ts';
import { type OutOfReach, OUT_OF_REACH } from './out-of-reach.ts';

export interface CallerMet {
  readonly caller: Caller;
  readonly met: Met;
}

/** Which answers of which route nobody met: what was asked there can have found nothing behind them. */
export function unmet(routes: readonly Route[], all: readonly CallerMet[], known = OUT_OF_REACH): string[] {
  const everybody = together(all.map(({ met }) => met));
  return routes.flatMap((route) =>
    [
      ...all.flatMap(({ caller, met }) =>
        entranceOf(route, caller)
          .filter((wanted) => !has(met, route, wanted))
          .map((wanted) => ({ route: route.name, wanted, by: caller.name })),
      ),
      ...(all.some(({ caller }) => mayEnter(route, caller)) ? depthsOf(route) : [])
        .filter((wanted) => !has(everybody, route, wanted))
        .map((wanted) => ({ route: route.name, wanted, by: 'anybody' })),
    ]
      .filter(({ wanted }) => !isKnown(known, route.name, wanted))
      .map(({ wanted, by }) => `${route.name}: ${wanted} was never met by ${by}`),
  );
}

/** A caller who may come in gets a 2xx sooner or later; one who may not, is told so. */
function entranceOf(route: Route, caller: Caller): string[] {
  if (mayEnter(route, caller)) return ['2xx'];
  return [caller.role === undefined ? '401' : '403'];
}

function mayEnter({ roles }: Route, { role }: Caller): boolean {
  return roles === 'public' || (role !== undefined && roles.includes(role));
}

/** What is there only for who names a thing, a version or a state. */
function depthsOf({ namesThings, takesIfMatch }: Route): string[] {
  return [...(namesThings ? ['404'] : []), ...(takesIfMatch ? ['409', '412', '428'] : [])];
}

function has(met: Met, { name }: Route, wanted: string): boolean {
  return Object.keys(met[name] ?? {}).some((status) => status === wanted || `${status[0]}xx` === wanted);
}

function isKnown(known: readonly OutOfReach[], route: string, wanted: string): boolean {
  return known.some((one) => one.route === route && one.status === wanted);
}
