import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually, freePortRow } from '@foundnow/testing';
import type { ServiceStatus } from '../src/status.ts';
import { environmentOf, isAlive, serviceProcesses } from './service-processes.ts';
import { stackFolder } from './stack-folder.ts';
import { StackProcess } from './stack-process.ts';

const PATIENCE = 180_000;

describe('npm start with each service as a process', () => {
  let dir: string;
  let basePort: number;
  let stack: StackProcess;

  beforeEach(async () => {
    dir = await stackFolder();
    basePort = await freePortRow(6);
  });

  afterEach(async () => {
    stack.kill();
    // A database whose stack was killed writes until it has ended, too.
    await rm(dir, { recursive: true, force: true, maxRetries: 10 });
  });

  const launch = (env: Record<string, string> = {}) =>
    (stack = StackProcess.launch({
      DATA_DIR: join(dir, 'data'),
      BASE_PORT: String(basePort),
      SERVICES_AS: 'processes',
      ...env,
    }));

  const processes = () => serviceProcesses(stack.pid);
  const states = async () => {
    const answer = await fetch(`http://127.0.0.1:${basePort}/status.json`);
    const { services } = (await answer.json()) as { services: ServiceStatus[] };
    return services.map(({ name, ready }) => `${name} ${ready}`);
  };

  it(
    'runs replicas, starts again what was killed and says so, and ends all of them on Ctrl-C',
    async () => {
      await launch({ REPLICAS: 'fn-matcher:2' }).ready();
      const all = [
        'fn-posts true',
        'fn-media-ai true',
        'fn-matcher true',
        'fn-notifications true',
        'fn-matcher-2 true',
      ];
      expect(await states()).toEqual(all);
      expect(processes().get('fn-matcher')).toHaveLength(2);
      const [matcher = 0] = processes().get('fn-matcher') ?? [];
      expect(environmentOf(matcher)).toContain('DATABASE_URL');
      expect(environmentOf(matcher)).not.toContain('DATABASE_OWNER_URL');

      const [media = 0] = processes().get('fn-media-ai') ?? [];
      process.kill(media, 'SIGKILL');
      await eventually(
        async () => {
          expect(processes().get('fn-media-ai')).toHaveLength(1);
          expect(processes().get('fn-media-ai')).not.toContain(media);
          expect(await states()).toEqual(all);
        },
        { timeoutMs: 30_000 },
      );
      expect(stack.output).toContain('fn-media-ai ended unexpectedly (SIGKILL); it starts again in 0.5 s.');

      const pids = [...processes().values()].flat();
      // Whoever has not ended by then is killed.
      const began = performance.now();
      expect(await stack.interrupt()).toMatchObject({ exitCode: 0, output: expect.stringMatching(/\nStopped\.\n$/) });
      expect(stack.output.match(/ended unexpectedly/g)).toHaveLength(1);
      expect(performance.now() - began).toBeLessThan(25_000);
      expect(pids.filter(isAlive)).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'leaves none behind when it is killed itself',
    async () => {
      await launch().ready();
      const pids = [...processes().values()].flat();
      expect(pids).toHaveLength(4);
      stack.kill();
      await eventually(() => expect(pids.filter(isAlive)).toEqual([]), { timeoutMs: 60_000 });
    },
    PATIENCE,
  );

  it(
    'ends with the words and the exit code of a service that cannot start',
    async () => {
      const { exitCode, output } = await launch({ SCHEMA_REGISTRY_URL: 'http://u:hunter2@127.0.0.1:1' }).ended();
      expect(exitCode).toBe(78);
      expect(output).toMatch(/fn-[\w-]+ could not start \(exit code 78\)/);
      expect(output).toContain('SCHEMA_REGISTRY_URL: must not hold a login');
      expect(output).not.toContain('hunter2');
      const log = await readFile(join(dir, 'data', 'logs', 'processes.log'), 'utf8');
      expect(log).toMatch(/^\S+ fn-[\w-]+ \| .*SCHEMA_REGISTRY_URL/m);
    },
    PATIENCE,
  );

  it(
    'takes replicas only of services that there are, and only as processes',
    async () => {
      const unknown = await launch({ REPLICAS: 'fn-unicorn:2' }).ended();
      expect(unknown).toMatchObject({ exitCode: 78, output: expect.stringContaining('REPLICAS: must be services') });
      const together = await launch({ SERVICES_AS: 'one-process', REPLICAS: 'fn-matcher:2' }).ended();
      expect(together).toMatchObject({
        exitCode: 78,
        output: expect.stringContaining('REPLICAS: needs SERVICES_AS=processes'),
      });
    },
    PATIENCE,
  );
});
