import {
  chmodSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@foundnow/testing';
import { canEnter } from '../../src/embedded/server-user.ts';
import { platformPackage } from '../../src/embedded/platform-package.ts';
import { withClient } from '../../src/index.ts';
import { endAll, runStarter, type Run } from './run-starter.ts';

const NOBODY = { uid: 65_534, gid: 65_534 };
const isRoot = process.getuid?.() === 0;
/** A checkout in a folder of root's own cannot be tried as another user. */
const othersMayEnter = canEnter(import.meta.dirname, NOBODY);

/** As npm leaves it when install scripts do not run: without the libraries' links. */
function copyPackage(root: string): void {
  const source = platformPackage().root;
  for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
    const target = join(root, relative(source, entry.parentPath), entry.name);
    mkdirSync(dirname(target), { recursive: true });
    if (entry.isFile()) linkSync(join(entry.parentPath, entry.name), target);
  }
}

describe('the place of the embedded PostgreSQL', () => {
  let folder: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'foundnow-places-'));
    chmodSync(folder, 0o777);
  });
  afterAll(async () => {
    await endAll();
    // A server whose starter was killed writes there until it has ended.
    await eventually(() => rmSync(folder, { recursive: true, force: true }));
  });

  it('makes the library links that a missing install script would have made', async () => {
    const packageRoot = join(folder, 'package');
    copyPackage(packageRoot);
    const run = await runStarter({ dataDir: join(folder, 'linked'), packageRoot, throwaway: true });
    expect(run.started?.version).toMatch(/^\d+\.\d+$/);
    expect(run.progress).toEqual(['Making the database (once).']);
    await run.stop();
  });

  if (isRoot && othersMayEnter) {
    it('runs as a normal user, also out of a package that this user cannot write to', async () => {
      const packageRoot = join(folder, 'read-only');
      copyPackage(packageRoot);
      const dataDir = join(folder, 'of-nobody/data');
      mkdirSync(dirname(dataDir));
      chmodSync(dirname(dataDir), 0o777);
      const run = await runStarter({ dataDir, packageRoot, throwaway: true }, NOBODY);
      expect(run.started).toBeDefined();
      expect(run.progress[0]).toContain(`Copying PostgreSQL to ${dirname(dataDir)}`);
      await run.stop();
    });

    it('started by root on the data of a normal user, serves it as that user', async () => {
      const dataDir = join(folder, 'user-first/data');
      mkdirSync(dirname(dataDir));
      chmodSync(dirname(dataDir), 0o777);
      const first = await runStarter({ dataDir }, NOBODY);
      await write(first);
      await first.stop();
      const second = await runStarter({ dataDir });
      expect(readFileSync(`/proc/${second.started?.pid}/status`, 'utf8')).toMatch(/^Uid:\s+65534/m);
      expect(await read(second)).toBe(1);
      await second.stop();
      expect(await read(await runStarter({ dataDir }, NOBODY))).toBe(1);
    });

    it('tells a normal user who may not enter the data directory', async () => {
      const dataDir = join(folder, 'of-root/data');
      mkdirSync(dataDir, { recursive: true, mode: 0o700 });
      const { refused } = await runStarter({ dataDir }, NOBODY);
      expect(refused).toMatchObject({ code: 'not-permitted', exitCode: 77 });
      expect(existsSync(join(dataDir, 'PG_VERSION'))).toBe(false);
    });
  }

  if (isRoot) {
    it('started by root, keeps binaries and data of a folder that nobody else may enter in one that they may', async () => {
      const hidden = join(folder, 'hidden');
      const open = join(folder, 'open');
      mkdirSync(hidden, { mode: 0o700 });
      copyPackage(join(hidden, 'package'));
      const options = {
        dataDir: join(hidden, '.data/postgres'),
        packageRoot: join(hidden, 'package'),
        openFolders: [open],
      };
      const first = await runStarter(options);
      expect(first.progress.join('\n')).toMatch(/cannot enter .*hidden[\s\S]*Copying PostgreSQL to .*open/);
      await write(first);
      await first.stop();
      const again = await runStarter(options);
      expect(again.progress).toEqual([]);
      expect(again.started?.dataDir).toContain(open);
      expect(lstatSync(options.dataDir).isSymbolicLink()).toBe(true);
      expect(await read(again)).toBe(1);
      await again.stop();

      rmSync(open, { recursive: true });
      const { refused } = await runStarter(options);
      expect(refused).toMatchObject({ code: 'damaged', exitCode: 65 });
      expect(refused?.message).toContain('remove the link');
    });

    it('stops a server that has lost both its starter and its watchdog, because it can prove whose it is', async () => {
      const dataDir = join(folder, 'orphan');
      const first = await runStarter({ dataDir });
      await write(first);
      for (const pid of watchdogsOf(dataDir)) process.kill(pid, 'SIGKILL');
      await first.kill();
      const second = await runStarter({ dataDir });
      expect(second.progress).toEqual([
        `Stopping the database server (process ${first.started?.pid}) that an earlier run left behind.`,
      ]);
      expect(await read(second)).toBe(1);
      await second.stop();
    });
  }
});

function watchdogsOf(dataDir: string): number[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .map(Number)
    .filter((pid) => {
      const command = existsSync(`/proc/${pid}/cmdline`) ? readFileSync(`/proc/${pid}/cmdline`, 'utf8') : '';
      return command.startsWith('/bin/sh') && command.includes(dataDir);
    });
}

async function write(run: Run): Promise<void> {
  await withClient(String(run.started?.url), async (client) => client.query('CREATE TABLE kept AS SELECT 1 AS n'));
}

async function read(run: Run): Promise<unknown> {
  return withClient(String(run.started?.url), async (client) => (await client.query('SELECT n FROM kept')).rows[0]?.n);
}
