import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProgram } from './run-program.ts';

const REQUIREMENTS = fileURLToPath(new URL('requirements.txt', import.meta.url));
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/foundnow', import.meta.url));
const INSTALL_MS = 240_000;
const WANTED = 'Install Python 3.11 or newer with venv and pip (Debian, Ubuntu: apt install python3-venv)';

export interface PythonPlace {
  readonly python?: string;
  readonly cache?: string;
  /** Whose packages; its folder names the environment. */
  readonly requirements?: string;
}

/** A Python with exactly the packages of requirements.txt, made once and kept; the path of its interpreter. */
export async function preparePython({
  python: found = 'python3',
  cache = CACHE,
  requirements = REQUIREMENTS,
}: PythonPlace = {}): Promise<string> {
  const owner = basename(dirname(requirements));
  const name = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const folder = join(cache, `${owner}-${name}`);
  const python = join(folder, 'bin/python');
  if (existsSync(python)) return python;
  mkdirSync(cache, { recursive: true });
  const unfinished = `${folder}.${process.pid}`;
  try {
    await must(found, ['-c', 'import sys, venv; sys.exit(sys.version_info < (3, 11))'], WANTED);
    await must(found, ['-m', 'venv', unfinished], WANTED);
    const install = ['-m', 'pip', 'install', '--quiet', '--require-hashes', '--only-binary=:all:', '-r', requirements];
    await must(join(unfinished, 'bin/python'), install, `The packages of tools/${owner} could not be installed`);
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    // Another run was faster: its folder is as good.
    if (!existsSync(python)) throw error;
  }
  return python;
}

async function must(program: string, args: readonly string[], otherwise: string): Promise<void> {
  const ran = await runProgram(program, args, { timeoutMs: INSTALL_MS }).catch((error: unknown) => ({
    code: null,
    complaint: `${program}: ${(error as NodeJS.ErrnoException).code}`,
  }));
  if (ran.code !== 0) throw new Error(`${otherwise}.\n${ran.complaint.trim().slice(-2000)}`);
}
