import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Progress } from './broker-start-error.ts';
import type { Program, ProgramSearch, ProgramSource } from './program.port.ts';
import { untilReady } from './ready.ts';

type Find = (search: ProgramSearch) => Promise<ProgramSource>;

/** The first that can be had here, or why none can. */
export async function findProgram(finds: readonly Find[], search: ProgramSearch): Promise<Program | string[]> {
  const problems: string[] = [];
  for (const find of finds) {
    const source = await find(search);
    if (!('problem' in source)) return source;
    problems.push(source.problem);
  }
  return problems;
}

export interface LaunchOptions {
  readonly port: number;
  readonly readyMs: number;
  readonly isReady: () => Promise<boolean>;
  readonly onProgress: Progress;
}

const STOP_MS = 5_000;

/** Answers when it serves, with the way to stop it; nothing of it is kept. */
export async function launchProgram(
  program: Program,
  { port, readyMs, isReady, onProgress }: LaunchOptions,
): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'foundnow-broker-'));
  onProgress(`Starting ${program.name}.`);
  const running = program.launch(port, folder);
  const stop = async (): Promise<void> => {
    await running.stop(STOP_MS);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const logFile = join(folder, 'server.log');
    await untilReady({ name: program.name, process: running, logFile, timeoutMs: readyMs, isReady });
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}
