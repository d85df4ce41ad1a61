import { once } from 'node:events';
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@foundnow/testing';
import { withClient } from '../../src/index.ts';
import { endAll, runStarter, type Run } from './run-starter.ts';

async function ask(run: Run, sql: string): Promise<unknown[]> {
  return withClient(String(run.started?.url), async (client) => (await client.query(sql)).rows as unknown[]);
}

describe('the embedded PostgreSQL', () => {
  let folder: string;
  let dataDir: string;
  const start = (): Promise<Run> => runStarter({ dataDir });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'foundnow-embedded-'));
    chmodSync(folder, 0o755);
    dataDir = join(folder, 'data');
    const run = await start();
    await ask(run, `CREATE TABLE kept AS SELECT 'Ärger' AS word`);
    await run.stop();
  });
  afterAll(async () => {
    await endAll();
    // A server whose starter was killed writes there until it has ended.
    await eventually(() => rmSync(folder, { recursive: true, force: true }));
  });

  it('finds all data at the same address when it starts again', async () => {
    const first = await start();
    await first.stop();
    const second = await start();
    expect(second.started?.url).toBe(first.started?.url);
    expect(second.progress).toEqual([]);
    expect(await ask(second, 'SELECT word, upper(word) FROM kept')).toEqual([{ word: 'Ärger', upper: 'ÄRGER' }]);
    await second.stop();
  });

  it('listens on the loopback address only and lets nobody in without the password, which only its owner can read', async () => {
    const run = await start();
    const url = new URL(String(run.started?.url));
    expect(await ask(run, 'SHOW listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(await ask(run, 'SHOW unix_socket_directories')).toEqual([{ unix_socket_directories: '' }]);
    expect(statSync(join(dataDir, 'foundnow.json')).mode & 0o077).toBe(0);
    url.password = 'guess';
    await expect(withClient(url.href, async () => {})).rejects.toThrow(/password authentication failed/);
    await ask(run, `CREATE ROLE guest LOGIN PASSWORD 'guess'`);
    url.username = 'guest';
    for (const database of ['postgres', 'template1']) {
      url.pathname = database;
      await expect(withClient(url.href, async () => {})).rejects.toThrow(/permission denied for database/);
    }
    await run.stop();
  });

  it('refuses to serve a directory that a running server serves, and leaves that one alone', async () => {
    const running = await start();
    const second = await start();
    expect(second.refused).toMatchObject({ code: 'in-use', exitCode: 75 });
    expect(second.refused?.message).toContain(`process ${running.started?.pid}`);
    expect(await ask(running, 'SELECT count(*)::int FROM kept')).toEqual([{ count: 1 }]);
    await running.stop();
  });

  it('ends by itself when the process that started it is killed, and loses nothing', async () => {
    const run = await start();
    await ask(run, 'CREATE TABLE late ()');
    await run.kill();
    await eventually(() => isGone(run));
    const again = await start();
    expect(await ask(again, `SELECT to_regclass('late')::text AS found`)).toEqual([{ found: 'late' }]);
    await again.stop();
  });

  it('recovers after the server itself was killed', async () => {
    const run = await start();
    await ask(run, 'CREATE TABLE before_crash ()');
    process.kill(Number(run.started?.pid), 'SIGKILL');
    await run.kill();
    const again = await start();
    expect(await ask(again, `SELECT to_regclass('before_crash')::text AS found`)).toEqual([{ found: 'before_crash' }]);
    await again.stop();
  });

  it('is not misled by a leftover pid file whose number another program has now', async () => {
    writeFileSync(join(dataDir, 'postmaster.pid'), `${process.pid}\n${dataDir}\n1\n1\n\n127.0.0.1\n0 0\nready\n`);
    const run = await start();
    expect(run.started).toBeDefined();
    await run.stop();
  });

  it('takes another port, and says so, when its earlier one is taken; refuses when that very port was asked for', async () => {
    const { port } = JSON.parse(readFileSync(join(dataDir, 'foundnow.json'), 'utf8')) as { port: number };
    const squatter = createServer().listen(port, '127.0.0.1');
    await once(squatter, 'listening');
    const refused = await runStarter({ dataDir, port });
    expect(refused.refused).toMatchObject({ code: 'port-taken', exitCode: 69 });
    const moved = await start();
    expect(moved.started?.port).not.toBe(port);
    expect(moved.progress.join()).toContain(`Port ${port} is taken`);
    await moved.stop();
    squatter.close();
  });

  it('refuses the data of another major version and a folder that holds something else', async () => {
    const other = join(folder, 'other');
    mkdirSync(other);
    writeFileSync(join(other, 'holiday.txt'), '');
    expect((await runStarter({ dataDir: other })).refused).toMatchObject({ code: 'damaged', exitCode: 65 });
    writeFileSync(join(other, 'PG_VERSION'), '17\n');
    const { refused } = await runStarter({ dataDir: other });
    expect(refused).toMatchObject({ code: 'wrong-version', exitCode: 78 });
    expect(refused?.message).toContain('PostgreSQL 17');
    expect(readdirSync(other)).toEqual(['PG_VERSION', 'holiday.txt']);
  });

  it('removes what an interrupted first start left behind', async () => {
    const fresh = join(folder, 'fresh');
    mkdirSync(`${fresh}.init-4194999`);
    const run = await runStarter({ dataDir: fresh, throwaway: true });
    expect(readdirSync(folder).filter((name) => name.startsWith('fresh.'))).toEqual([]);
    await run.stop();
    expect(readdirSync(folder)).not.toContain('fresh');
  });

  async function isGone(run: Run): Promise<boolean> {
    return ask(run, 'SELECT 1').then(
      () => false,
      () => true,
    );
  }
});
