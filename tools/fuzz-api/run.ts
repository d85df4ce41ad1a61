import type { CheckList } from '../ci/smoke/check-list.ts';
import type { StackOptions } from '../ci/smoke/stack-process.ts';
import { CALLERS, type Caller, publisherOf, tokenOf } from './callers.ts';
import { faultsIn } from './faults.ts';
import { fuzz, type FuzzSettings } from './fuzz.ts';
import { LIES, startLiar } from './liar.ts';
import { tableOf, together } from './met.ts';
import { type CallerMet, unmet } from './reach.ts';
import { type ApiDocument, routesOf } from './routes.ts';
import { Person } from './world/person.ts';
import { EMPTY_WORLD, makeWorld } from './world/world.ts';

/** Whoever finds nothing where there is something proves nothing. */
export async function findLies(list: CheckList, settings: FuzzSettings): Promise<void> {
  const { address, server } = await startLiar();
  const { failures, note } = await fuzz({ ...settings, service: address, world: EMPTY_WORLD });
  server.close();
  const found = [...new Set(failures.flatMap(({ operations }) => operations))].toSorted();
  const isRight = found.join() === LIES.toSorted().join();
  list.add('a service that lies is found out', isRight, isRight ? `${found.length} lies` : `${found.join()}\n${note}`);
}

export interface Everybody extends FuzzSettings {
  /** `http://127.0.0.1:4001` */
  readonly service: string;
  readonly options: StackOptions;
  /** Where the platform keeps its log. */
  readonly data: string;
  /** The name of one caller. */
  readonly only: string | undefined;
}

const SOMEBODY: Caller = { name: 'somebody else', role: 'user' };

export async function fuzzAsEverybody(list: CheckList, everybody: Everybody): Promise<void> {
  const { only, service } = everybody;
  const document = (await (await fetch(`${service}/api/openapi.json`)).json()) as ApiDocument;
  const routes = routesOf(document);
  const all: CallerMet[] = [];
  const callers = CALLERS.filter(({ name }) => only === undefined || name === only);
  if (callers.length === 0) throw new Error(`--only takes one of: ${CALLERS.map(({ name }) => name).join(', ')}`);
  for (const caller of callers) {
    const { world, tokens } = await worldOf(caller, everybody);
    const { pass, note, met } = await fuzz({ ...everybody, tokens, world });
    const faults = pass ? '' : `\n${faultsIn(everybody.data)}`;
    list.add(`every answer to ${caller.name} is as the API document says`, pass, note + faults);
    all.push({ caller, met });
  }
  console.log(tableOf(together(all.map(({ met }) => met))));
  const problems = unmet(routes, all);
  list.add('every route was seen from within', problems.length === 0, problems.join('\n'));
}

async function worldOf(caller: Caller, { service, options }: Everybody) {
  const user = `fuzz-${caller.role ?? 'stranger'}`;
  const [own, leaver, others] = await Promise.all([
    tokenOf(options, user, caller),
    tokenOf(options, `${user}-leaver`, caller),
    tokenOf(options, `${user}-other`, SOMEBODY),
  ]);
  const isStranger = caller.role === undefined;
  const people = { me: isStranger ? undefined : new Person(service, own), other: new Person(service, others) };
  const world = await makeWorld(people, publisherOf(options), options.root);
  return { world, tokens: isStranger ? undefined : { own, leaver } };
}
