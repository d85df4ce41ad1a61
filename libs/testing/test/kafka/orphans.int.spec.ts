import { fork } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { eventually } from '@foundnow/testing';

const REGISTER = fileURLToPath(new URL('../../../../tools/runtime/register.mjs', import.meta.url));

interface Started {
  readonly pids: number[];
  readonly logFile: string;
}

describe('who started a Kafka and dies', () => {
  it.each(['SIGKILL', 'SIGTERM'] as const)('by %s leaves neither a broker nor its files', async (signal) => {
    const parent = fork(new URL('parent.ts', import.meta.url), { execArgv: ['--no-warnings', '--import', REGISTER] });
    const [{ pids, logFile }] = (await once(parent, 'message')) as [Started];
    expect([pids.filter(isAlive), existsSync(logFile)]).toEqual([pids, true]);
    parent.kill(signal);
    await eventually(() => expect([pids.filter(isAlive), existsSync(logFile)]).toEqual([[], false]));
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
