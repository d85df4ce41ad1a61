import { missingOptionals } from '../../lockfile/missing.ts';
import { type Check, judged, type Problem } from '../check.ts';
import { directDependencies, type LockedPackage, readLockfile, readManifest } from '../manifest.ts';

const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

export const lockfile: Check = {
  name: 'lockfile',
  about: 'versions are exact, the lockfile agrees with them, all platforms are in it, no registry address is kept',
  async run({ root }) {
    const locked = readLockfile(root);
    const { packages } = locked;
    const direct = Object.entries(directDependencies(readManifest(root)));
    const problems = [
      ...direct.flatMap(([name, version]) => directProblems(name, version, packages[`node_modules/${name}`])),
      ...Object.entries(packages).flatMap(([path, one]) => lockedProblems(path, one)),
      ...missingOptionals(locked).map(({ name, wantedBy }) => missingProblem(name, wantedBy)),
    ];
    return judged(problems, `${direct.length} direct, ${Object.keys(packages).length} packages`);
  },
};

function directProblems(name: string, version: string, locked: LockedPackage | undefined): Problem[] {
  if (!EXACT.test(version)) {
    return [
      { rule: 'exact-version', where: 'package.json', what: `${name}: ${version} is a range; write one version` },
    ];
  }
  if (locked?.version === version) return [];
  const what = `${name} is ${version} in package.json and ${locked?.version ?? 'absent'} in the lockfile; run: npm install`;
  return [{ rule: 'lockfile-agrees', where: 'package-lock.json', what }];
}

function missingProblem(name: string, wantedBy: string): Problem {
  const what = `${wantedBy} names ${name}, and npm ci refuses a lockfile without it; run: npm run lockfile:complete`;
  return { rule: 'lockfile-complete', where: 'package-lock.json', what };
}

function lockedProblems(path: string, locked: LockedPackage): Problem[] {
  if (!path.includes('node_modules/') || locked.link === true) return [];
  const problems: Problem[] = [];
  if (locked.resolved !== undefined) {
    const what = `${path} has an address; .npmrc sets omit-lockfile-registry-resolved, so write the lockfile anew`;
    problems.push({ rule: 'no-registry-address', where: 'package-lock.json', what });
  }
  const elsewhere = locked.optional === true && locked.cpu !== undefined;
  if (locked.integrity === undefined && locked.inBundle !== true && !elsewhere) {
    problems.push({ rule: 'integrity', where: 'package-lock.json', what: `${path} has no hash` });
  }
  return problems;
}
