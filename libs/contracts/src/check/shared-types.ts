import { namedTypes } from '../source/avro-type.ts';
import type { Contracts } from '../source/contracts.ts';
import { eventsOf, newest } from '../source/contracts.ts';
import { fingerprintOf } from '../generate/lock.ts';
import type { Problem } from './problem.ts';

/** One name means one thing: the newest versions that hold a type of one name agree on it. */
export function sharedTypes(contracts: Contracts): Problem[] {
  const first = new Map<string, { readonly event: string; readonly fingerprint: string }>();
  return eventsOf(contracts).flatMap((event) =>
    namedTypes(newest(event).record).flatMap((type): Problem[] => {
      const fingerprint = fingerprintOf(type);
      const known = first.get(type.fullName);
      if (!known) first.set(type.fullName, { event: event.name, fingerprint });
      if (!known || known.fingerprint === fingerprint) return [];
      const detail = `${type.fullName} differs from the one in ${known.event}: give both events a version in which they agree`;
      return [{ check: 'shared-types', where: event.name, detail }];
    }),
  );
}
