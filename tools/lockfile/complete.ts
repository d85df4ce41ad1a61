import type { Lockfile, LockedPackage } from '../verify/manifest.ts';
import { missingOptionals } from './missing.ts';
import { platformIn } from './platform.ts';

export interface Completed {
  readonly lockfile: Lockfile;
  readonly added: readonly string[];
}

/** Adds an entry, without a hash, for each native package of another platform that npm left out. */
export function complete(lockfile: Lockfile): Completed {
  const added = missingOptionals(lockfile).flatMap(({ name, version, parent }): Array<[string, LockedPackage]> => {
    const platform = platformIn(name);
    if (platform === undefined || !/^\d/.test(version)) return [];
    const { dev, license } = parent;
    const kept = { ...platform, ...(dev === undefined ? {} : { dev }), ...(license === undefined ? {} : { license }) };
    return [[`node_modules/${name}`, { version, ...kept, optional: true }]];
  });
  const packages = Object.entries({ ...lockfile.packages, ...Object.fromEntries(added) });
  const sorted = packages.toSorted(([a], [b]) => a.localeCompare(b, 'en'));
  return { lockfile: { ...lockfile, packages: Object.fromEntries(sorted) }, added: added.map(([path]) => path) };
}
