import { fingerprintOf } from '../generate/lock.ts';
import type { Contracts } from '../source/contracts.ts';
import { eventsOf, subjectOf } from '../source/contracts.ts';
import type { Problem } from './problem.ts';

/** Ids are for ever: each version has one, none is used twice, and what stands behind it never changes. */
export function lock(contracts: Contracts): Problem[] {
  const { schemas } = contracts.lock;
  const versions = eventsOf(contracts).flatMap((event) =>
    event.versions.map(({ version, record }) => ({
      subject: subjectOf(event.topic, record.fullName),
      version,
      record,
    })),
  );
  const ofVersions = versions.flatMap(({ subject, version, record }): Problem[] => {
    const locked = schemas.find((each) => each.subject === subject && each.version === version);
    const where = `${subject} v${version}`;
    if (!locked) return [{ check: 'lock', where, detail: 'has no id in registry.lock.json: npm run generate' }];
    if (locked.fingerprint === fingerprintOf(record)) return [];
    return [{ check: 'lock', where, detail: 'was changed after it got its id: put it back and add the next version' }];
  });
  const ofLock = schemas.flatMap(({ id, subject, version }, index): Problem[] => {
    const where = `id ${id}`;
    const known = versions.some((each) => each.subject === subject && each.version === version);
    const fresh = Number.isInteger(id) && id > 0 && schemas.findIndex((each) => each.id === id) === index;
    return [
      ...(fresh ? [] : [{ check: 'lock', where, detail: 'an id is a whole number above 0 and given once' }]),
      ...(known
        ? []
        : [{ check: 'lock', where, detail: `${subject} v${version} is gone: messages may still carry its id` }]),
    ];
  });
  return [...ofVersions, ...ofLock];
}
