import { spawn } from 'node:child_process';

export interface Step {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
  readonly where: string;
}

const ALLOWED_MS = 300_000;

/** RUN, as the engine: by a shell, and a failure ends the build. */
export async function runStep(command: string, { cwd, env, where }: Step): Promise<void> {
  const child = spawn('/bin/sh', ['-ec', command], {
    cwd,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: ALLOWED_MS,
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (text) => (output += text));
  const code = await new Promise<number | null>((done, failed) => child.on('close', done).on('error', failed));
  if (code !== 0) throw new Error(`${where}: ${command}\nended with ${code}:\n${output.slice(-4000)}`);
}
