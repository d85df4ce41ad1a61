import { rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually, freePortRow } from '@foundnow/testing';
import type { ServiceStatus } from '../src/status.ts';
import { itemReporter } from './report-items.ts';
import { stackFolder } from './stack-folder.ts';
import { StackProcess } from './stack-process.ts';

const PATIENCE = 180_000;

describe('npm start', () => {
  let dir: string;
  let basePort: number;
  let stack: StackProcess | undefined;
  let squatter: Server | undefined;

  beforeEach(async () => {
    dir = await stackFolder();
    basePort = await freePortRow(5);
  });

  afterEach(async () => {
    stack?.kill();
    squatter?.close();
    // A database whose stack was killed writes until it has ended, too.
    await rm(dir, { recursive: true, force: true, maxRetries: 10 });
  });

  const launch = (env: Record<string, string> = {}) =>
    (stack = StackProcess.launch({ DATA_DIR: join(dir, 'data'), BASE_PORT: String(basePort), ...env }));

  async function status(): Promise<{ example: string; services: ServiceStatus[] }> {
    const answer = await fetch(`http://127.0.0.1:${basePort}/status.json`);
    return (await answer.json()) as { example: string; services: ServiceStatus[] };
  }

  const countedBy = async () => (await status()).services.map(({ received }) => received);

  it(
    'runs all services, counts a report in three of them once, ends on Ctrl-C and finds all data again',
    async () => {
      await launch().ready();
      expect((await status()).services.map(({ name, ready }) => `${name} ${ready}`)).toEqual([
        'fn-posts true',
        'fn-media-ai true',
        'fn-matcher true',
        'fn-notifications true',
      ]);
      expect((await status()).example).toContain(`http://127.0.0.1:${basePort + 1}/api/v1/posts`);
      const report = await itemReporter(join(dir, 'data'), basePort);
      const posted = await report();
      const { id } = (await posted.json()) as { id: string };
      await eventually(async () => expect(await countedBy()).toEqual([null, 1, 1, 1]));
      expect(await stack?.interrupt()).toMatchObject({ exitCode: 0 });

      await launch().ready();
      expect(await countedBy()).toEqual([null, 1, 1, 1]);
      expect((await fetch(`http://127.0.0.1:${basePort + 1}/api/v1/posts/${id}`)).status).toBe(200);
      expect(await stack?.interrupt()).toMatchObject({ exitCode: 0 });
    },
    PATIENCE,
  );

  it(
    'names the port that is taken and what to do, and starts nothing',
    async () => {
      squatter = createServer().listen(basePort + 3, '127.0.0.1');
      const { exitCode, output } = await launch().ended();
      expect(exitCode).toBe(69);
      expect(output).toContain(`Port ${basePort + 3}, which fn-matcher needs, is taken`);
      expect(output).toContain('BASE_PORT=');
    },
    PATIENCE,
  );

  it(
    'says that HOST is no address of this machine, not that a port is taken',
    async () => {
      const { exitCode, output } = await launch({ HOST: '203.0.113.7' }).ended();
      expect(exitCode).toBe(78);
      expect(output).toMatch(/HOST: must be an address of this machine/);
    },
    PATIENCE,
  );

  it(
    'names a setting that is wrong, never its value',
    async () => {
      const { exitCode, output } = await launch({ DATABASE_URL: 'mysql://root:hunter2@db', BASE_PORT: 'four' }).ended();
      expect(exitCode).toBe(78);
      expect(output).toContain('DATABASE_URL');
      expect(output).toContain('BASE_PORT');
      expect(output).not.toMatch(/hunter2|four/);
    },
    PATIENCE,
  );
});
