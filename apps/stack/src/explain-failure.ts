import { ConfigError, EXIT_CODE } from '@foundnow/config';
import { DomainError } from '@foundnow/kernel';
import { EmbeddedPostgresError } from '@foundnow/postgres';
import { busTrouble, nameAndPlace } from '@foundnow/service';
import { StackError } from './stack-error.ts';

export interface Failure {
  readonly text: string;
  readonly exitCode: number;
}

const KEY_FILES: Readonly<Record<string, number>> = {
  'key_file.damaged': EXIT_CODE.damagedData,
  'key_file.missing': EXIT_CODE.damagedData,
  'key_file.exposed': EXIT_CODE.notPermitted,
};

/** Of the system and of PostgreSQL. */
const DISK_FULL_CODES = ['ENOSPC', 'EDQUOT', '53100'];
const PERMISSION_CODES = ['EACCES', 'EPERM', 'EROFS'];
const NO_FOLDER_CODES = ['EEXIST', 'ENOTDIR'];

/** Why the stack could not go on, for the person who started it; its README lists the exit codes. Only a fault of ours shows where in the code. */
export function explainFailure(error: unknown): Failure {
  if (error instanceof ConfigError) {
    return { text: `${error.message}\nSet these in the environment and start again.`, exitCode: EXIT_CODE.config };
  }
  if (error instanceof StackError) return { text: `${error.message}\n${error.fix}`, exitCode: error.exitCode };
  if (error instanceof EmbeddedPostgresError) return { text: error.message, exitCode: error.exitCode };
  const trouble = busTrouble(error);
  if (trouble !== undefined) return { text: trouble, exitCode: EXIT_CODE.unavailable };
  if (error instanceof DomainError && error.code in KEY_FILES) {
    return { text: error.detail, exitCode: KEY_FILES[error.code] ?? EXIT_CODE.unexpected };
  }
  const { code = '', path = 'the data folder' } = Object(error) as NodeJS.ErrnoException;
  if (DISK_FULL_CODES.includes(code)) {
    return {
      text: 'The disk is full. Free some space and start again; what is there stays.',
      exitCode: EXIT_CODE.diskFull,
    };
  }
  if (PERMISSION_CODES.includes(code)) {
    const fix = 'Start as the user who owns it, or choose a folder of your own: DATA_DIR=… npm start';
    return { text: `This user may not use ${path}.\n${fix}`, exitCode: EXIT_CODE.notPermitted };
  }
  if (NO_FOLDER_CODES.includes(code)) {
    return { text: `DATA_DIR: ${path} is a file, and a folder is needed.`, exitCode: EXIT_CODE.config };
  }
  return { text: nameAndPlace(error).join('\n'), exitCode: EXIT_CODE.unexpected };
}
