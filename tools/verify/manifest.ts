import { readText } from './files.ts';

export interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly link?: boolean;
  readonly optional?: boolean;
  readonly dev?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly inBundle?: boolean;
}

export interface Lockfile {
  readonly lockfileVersion: number;
  readonly packages: Readonly<Record<string, LockedPackage>>;
}

export function readManifest(root: string): Manifest {
  return JSON.parse(readText(root, 'package.json')) as Manifest;
}

export function readLockfile(root: string): Lockfile {
  return JSON.parse(readText(root, 'package-lock.json')) as Lockfile;
}

export function directDependencies(manifest: Manifest): Record<string, string> {
  return { ...manifest.optionalDependencies, ...manifest.devDependencies, ...manifest.dependencies };
}

/** `node_modules/a/node_modules/@b/c` → `@b/c` */
export function packageNameAt(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
}
