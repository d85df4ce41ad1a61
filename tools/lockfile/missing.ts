import type { Lockfile, LockedPackage } from '../verify/manifest.ts';

export interface Missing {
  readonly name: string;
  readonly version: string;
  readonly wantedBy: string;
  readonly parent: LockedPackage;
}

/**
 * Optional packages that a locked package names and the lockfile does not hold. npm leaves one out when its registry
 * does not offer it, and `npm ci` then refuses the lockfile, on machines that would never install it, too.
 */
export function missingOptionals({ packages }: Lockfile): Missing[] {
  return Object.entries(packages).flatMap(([path, parent]) =>
    Object.entries(parent.optionalDependencies ?? {})
      .filter(([name]) => !isLocked(packages, path, name))
      .map(([name, version]) => ({ name, version, wantedBy: path, parent })),
  );
}

/** Looked up as Node does: in the package's own node_modules, then in each folder above. */
function isLocked(packages: Lockfile['packages'], path: string, name: string): boolean {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    if (packages[`${folder === '' ? '' : `${folder}/`}node_modules/${name}`] !== undefined) return true;
    if (!folder.includes('/node_modules/')) return folder !== '' && packages[`node_modules/${name}`] !== undefined;
  }
}
