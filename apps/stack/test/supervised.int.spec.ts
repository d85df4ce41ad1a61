import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { EXIT_CODE } from '@foundnow/config';
import { eventually } from '@foundnow/testing';
import { Supervised } from '../src/processes/supervised.ts';
import { isAlive } from './service-processes.ts';

const SERVES = "process.send('serving'); setInterval(() => {}, 1000);";

describe('a supervised process', () => {
  let dir: string;
  let supervised: Supervised | undefined;
  const warnings: string[] = [];

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'fn-supervised-'));
    warnings.length = 0;
  });

  afterEach(async () => {
    await supervised?.stop();
    await rm(dir, { recursive: true });
  });

  async function supervise(source: string, more: { startMs?: number; isStopping?: () => boolean } = {}) {
    const program = join(dir, 'program.mjs');
    await writeFile(program, source);
    const warn = (text: string) => void warnings.push(text);
    const options = { name: 'fn-x', program, env: {}, warn, onLine: () => undefined, isStopping: () => false };
    supervised = new Supervised({ ...options, ...more });
    return supervised;
  }

  it('is given up when it does not serve in time, with its last words', async () => {
    const began = performance.now();
    const quick = await supervise(SERVES);
    await quick.serves();
    // Long enough on any machine to say its last words.
    const startMs = 1_000 * Math.ceil(1 + (performance.now() - began) / 250);
    await quick.stop();
    const silent = await supervise("console.log('waiting for a broker'); setInterval(() => {}, 1000);", { startMs });
    await expect(silent.serves()).rejects.toMatchObject({
      message: `fn-x could not start (it does not serve after ${startMs / 1000} s).`,
      fix: 'waiting for a broker',
      exitCode: EXIT_CODE.unavailable,
    });
  });

  it('starts again when it ends', async () => {
    const process = await supervise(SERVES);
    await process.serves();
    const first = process.pid ?? 0;
    globalThis.process.kill(first, 'SIGINT');
    await eventually(() => expect(process.pid).not.toBe(first));
    expect(warnings).toEqual(['fn-x ended unexpectedly (SIGINT); it starts again in 0.5 s']);
  });

  it('may end when everything does, before it is asked to: a terminal signals all at once', async () => {
    const process = await supervise(SERVES, { isStopping: () => true });
    await process.serves();
    const pid = process.pid ?? 0;
    globalThis.process.kill(pid, 'SIGINT');
    await eventually(() => expect(isAlive(pid)).toBe(false));
    await process.stop();
    expect({ warnings, pid: process.pid }).toEqual({ warnings: [], pid });
  });
});
