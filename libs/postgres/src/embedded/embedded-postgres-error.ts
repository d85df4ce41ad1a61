import { EXIT_CODE } from '@foundnow/config';

export type EmbeddedPostgresProblem =
  | 'unsupported-platform'
  | 'port-taken'
  | 'disk-full'
  | 'wrong-version'
  | 'in-use'
  | 'not-permitted'
  | 'damaged'
  | 'start-failed';

const EXIT_CODES: Record<EmbeddedPostgresProblem, number> = {
  'unsupported-platform': EXIT_CODE.unavailable,
  'port-taken': EXIT_CODE.unavailable,
  'disk-full': EXIT_CODE.diskFull,
  'wrong-version': EXIT_CODE.config,
  'in-use': EXIT_CODE.inUse,
  'not-permitted': EXIT_CODE.notPermitted,
  damaged: EXIT_CODE.damagedData,
  'start-failed': EXIT_CODE.unexpected,
};

/** Why the embedded PostgreSQL did not start. The message is one sentence; `fix` says what to do about it. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';
  readonly exitCode: number;

  constructor(
    readonly code: EmbeddedPostgresProblem,
    message: string,
    readonly fix: string,
    options?: { cause?: unknown },
  ) {
    super(`${message} ${fix}`, options);
    this.exitCode = EXIT_CODES[code];
  }
}

export function diskFull(where: string, cause?: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'disk-full',
    `The disk that holds ${where} is full.`,
    'Free some space (the database needs at least 150 MB) and start again: nothing that was committed is lost.',
    { cause },
  );
}

export function portTaken(port: number, cause?: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'port-taken',
    `Port ${port} on 127.0.0.1, meant for the database, is taken by another program.`,
    'Stop that program or choose another port.',
    { cause },
  );
}

export function inUse(dataDir: string, pid: number | undefined): EmbeddedPostgresError {
  const by = pid === undefined ? '' : ` (process ${pid})`;
  return new EmbeddedPostgresError(
    'in-use',
    `A running PostgreSQL${by} already serves ${dataDir}.`,
    'Stop it first, or choose another data directory: two servers on one would destroy it.',
  );
}

/** Turns what the system or PostgreSQL said into something to act on; `undefined` when it is none of these. */
export function diagnose(said: string, dataDir: string, port: number): EmbeddedPostgresError | undefined {
  if (/No space left on device|ENOSPC|Disk quota exceeded/i.test(said)) return diskFull(dataDir);
  if (/could not bind|Address already in use|EADDRINUSE/i.test(said)) return portTaken(port);
  if (/lock file "postmaster\.pid" already exists|pre-existing shared memory block/i.test(said)) {
    return inUse(dataDir, undefined);
  }
  // The version was looked at before: what is left is a control file that cannot be read.
  if (/database files are incompatible with server|invalid checkpoint record|calculated CRC checksum/i.test(said)) {
    return damaged(dataDir);
  }
  if (/has (wrong ownership|invalid permissions)|Permission denied|EACCES|EPERM/i.test(said)) {
    return notPermitted(dataDir);
  }
  return undefined;
}

function damaged(dataDir: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'damaged',
    `PostgreSQL cannot read ${dataDir}: its files are damaged, or were made on another kind of machine.`,
    'Keep the folder and bring it back from a backup; with another DATA_DIR an empty database begins.',
  );
}

export function wrongVersion(dataDir: string, found: string, ours: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'wrong-version',
    `${dataDir} was made by PostgreSQL ${found}; the embedded one is version ${ours}.`,
    'Keep the folder, dump it with its own version and restore it, or set DATABASE_URL to a server of that version.',
  );
}

export function notPermitted(path: string, cause?: unknown): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'not-permitted',
    `The database may not use ${path}.`,
    'Start as the user who owns that folder, or choose a data directory that you own.',
    { cause },
  );
}

/** An empty database in its place would look like a working start. */
export function lostData(link: string, target: string): EmbeddedPostgresError {
  return new EmbeddedPostgresError(
    'damaged',
    `${link} leads to ${target}, where the data of this database was, and which is gone.`,
    'Bring that folder back, or remove the link to begin with an empty database.',
  );
}
