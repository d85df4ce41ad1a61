import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { eventually, freePort } from '@foundnow/testing';
import { machine } from '../../config.ts';

const ROOT = fileURLToPath(new URL('../../../..', import.meta.url));
const PROGRAM = ['--import', './tools/runtime/register.mjs', 'apps/fn-registry/src/main.ts'];

export interface RegistryProcess {
  readonly url: string;
  stop(): Promise<void>;
}

/** fn-registry as a process of its own: the outside client meets it over HTTP alone. */
export async function startRegistry(): Promise<RegistryProcess> {
  const port = String(await freePort());
  const child = spawn(process.execPath, PROGRAM, {
    cwd: ROOT,
    env: { ...machine, HOST: '127.0.0.1', PORT: port, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  try {
    await eventually(async () => (await fetch(`${url}/health/ready`)).ok, { timeoutMs: 30_000, intervalMs: 100 });
  } catch (error) {
    await stop();
    throw error;
  }
  return { url, stop };
}
