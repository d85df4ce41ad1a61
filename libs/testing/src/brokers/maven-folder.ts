import { createHash, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { BrokerStartError, type Progress } from './broker-start-error.ts';
import type { ToolEnvironment } from './config.ts';
import { runTool } from './run-tool.ts';

const CACHE = fileURLToPath(new URL('../../../../node_modules/.cache/foundnow', import.meta.url));
const ATTEMPTS = 3;
const ATTEMPT_MS = 300_000;

export interface MavenFolder {
  /** Goes into the folder's name. */
  readonly name: string;
  readonly pom: URL;
  /** Of Maven's dependency plugin. */
  readonly goal: 'copy-dependencies' | 'unpack';
  readonly env: ToolEnvironment;
  readonly onProgress: Progress;
}

/** Where the folder is once it was filled; another pom is another folder. */
export function mavenFolderPath({ name, pom }: Pick<MavenFolder, 'name' | 'pom'>): string {
  const content = createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 8);
  return join(CACHE, `${name}-${content}`);
}

/** A folder with what a pom names, fetched once. Filled aside and renamed, so that any number may do it at a time. */
export async function mavenFolder(options: MavenFolder): Promise<string> {
  const folder = mavenFolderPath(options);
  if (existsSync(folder)) return folder;
  const fresh = `${folder}.new-${process.pid}-${randomBytes(4).toString('hex')}`;
  mkdirSync(CACHE, { recursive: true });
  try {
    await fill(fresh, options);
    moveInto(fresh, folder);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return folder;
}

async function fill(fresh: string, { name, pom, goal, env, onProgress }: MavenFolder): Promise<void> {
  onProgress(`Fetching ${name} through Maven (once).`);
  const args = ['-B', '-f', fileURLToPath(pom), `dependency:${goal}`, `-DoutputDirectory=${fresh}`];
  let files = 0;
  const onLine = (line: string): void => {
    if (/Downloaded from .*\.(jar|tar\.gz)/.test(line) && (files += 1) % 20 === 0)
      onProgress(`${files} files fetched.`);
  };
  for (let attempt = 1; ; attempt += 1) {
    const { code, said } = await runTool('mvn', args, { env, timeoutMs: ATTEMPT_MS, onLine });
    if (code === 0) return;
    if (attempt === ATTEMPTS || code === undefined) throw notFetched(name, said);
    onProgress(`Maven did not get everything; trying again (${attempt + 1} of ${ATTEMPTS}).`);
    await pause(attempt * 2_000);
  }
}

function moveInto(fresh: string, folder: string): void {
  try {
    renameSync(fresh, folder);
  } catch (error) {
    const other = ['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '');
    if (!other) throw error;
  }
}

function notFetched(name: string, said: string): BrokerStartError {
  const errors = said.split('\n').filter((line) => line.includes('[ERROR]'));
  return new BrokerStartError(
    `Maven did not get ${name}: ${errors[0] ?? said.trim().slice(-300)}`,
    'Is Maven Central, or the mirror that your settings.xml names, within reach?',
  );
}
