import { afterEach, describe, expect, it } from '@jest/globals';
import { eventually } from '@foundnow/testing';
import { ReaderPool, type ReaderPoolOptions } from '../../src/outbound/reader/reader-pool.ts';

const MEGABYTE = 1024 * 1024;
const ABOUT = { kind: 'found', category: '', language: 'en' } as const;
const program = new URL('./odd-reader.ts', import.meta.url);

const pools: ReaderPool[] = [];
const poolOf = (options: Partial<ReaderPoolOptions> = {}): ReaderPool => {
  const pool = new ReaderPool({ readers: 1, program, ...options });
  pools.push(pool);
  return pool;
};
afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.close())));

/** By which process it was read. */
const read = async (pool: ReaderPool, file: string) =>
  (await pool.read(Buffer.from(file), ABOUT)).reading.pipelineVersion;
const codeOf = (reading: Promise<unknown>) =>
  reading.then(
    () => 'read',
    (error: unknown) => (error as { code?: string }).code,
  );

describe('a pool of readers', () => {
  it('starts none before there is work, and keeps one that did its work', async () => {
    const pool = poolOf({ readers: 2 });
    expect(pool.pids).toEqual([]);
    const first = await read(pool, 'photo');
    expect(await read(pool, 'photo')).toBe(first);
    expect(pool.pids.map((pid) => `of ${pid}`)).toEqual([first]);
  });

  it.each([
    ['crashes', 'crash'],
    ['takes more memory than it may', 'grow'],
    ['answers what no reader answers', 'babble'],
  ])('loses one attempt of one photo to a reader that %s', async (_what, deed) => {
    const pool = poolOf({ readers: 2, mostBytes: 300 * MEGABYTE });
    const [lost, other] = await Promise.all([codeOf(read(pool, deed)), codeOf(read(pool, 'photo'))]);
    expect([lost, other]).toEqual(['photo.reader_died', 'read']);
    expect(pool.free).toBe(2);
    expect(await Promise.all([codeOf(read(pool, 'photo')), codeOf(read(pool, 'photo'))])).toEqual(['read', 'read']);
  });

  it('kills a reader that takes too long, and reads the next photo with another', async () => {
    const began = performance.now();
    await read(poolOf(), 'photo');
    // How long a start takes depends on the machine, and is part of the patience.
    const pool = poolOf({ patienceMs: 2_000 + 5 * (performance.now() - began) });
    const before = await read(pool, 'photo');
    expect(await codeOf(read(pool, 'hang'))).toBe('photo.took_too_long');
    expect(await read(pool, 'photo')).not.toBe(before);
  });

  it('reads on when a reader is killed from outside, at work or not', async () => {
    const pool = poolOf();
    await read(pool, 'photo');
    const hanging = codeOf(read(pool, 'hang'));
    process.kill(pool.pids[0]!, 'SIGKILL');
    expect(await hanging).toBe('photo.reader_died');
    await read(pool, 'photo');
    process.kill(pool.pids[0]!, 'SIGKILL');
    await eventually(() => expect(pool.pids).toEqual([]), { timeoutMs: 60_000 });
    expect(await codeOf(read(pool, 'photo'))).toBe('read');
  });

  it('replaces a reader that grew too large once its photo is done', async () => {
    const pool = poolOf({ replaceAboveBytes: 200 * MEGABYTE });
    const thin = await read(pool, 'photo');
    const fat = await read(pool, 'fatten');
    expect(fat).toBe(thin);
    expect(await read(pool, 'photo')).not.toBe(fat);
  });

  it('replaces a reader in which a library broke', async () => {
    const pool = poolOf();
    const broken = await read(pool, 'break');
    expect(await read(pool, 'photo')).not.toBe(broken);
  });

  it('lets as many wait as it may, in their order, and turns the next one away', async () => {
    const pool = poolOf({ mostWaiting: 2 });
    expect(pool.free).toBe(1);
    const asked = ['one', 'two', 'three', 'four'].map((file) => codeOf(read(pool, file)));
    expect(pool.free).toBe(0);
    expect(await Promise.all(asked)).toEqual(['read', 'read', 'read', 'photo.readers_busy']);
    expect(pool.free).toBe(1);
  });

  it('gives the memory back when there was no work for a while', async () => {
    const pool = poolOf({ readers: 2, idleMs: 50 });
    const [pid] = await read(pool, 'photo').then(() => pool.pids);
    await eventually(() => expect(pool.pids).toEqual([]), { timeoutMs: 60_000 });
    await eventually(() => expect(isThere(pid!)).toBe(false), { timeoutMs: 60_000 });
    expect(await codeOf(read(pool, 'photo'))).toBe('read');
  });

  it('is not disturbed by what a library prints', async () => {
    const pool = poolOf();
    expect(await codeOf(read(pool, 'print'))).toBe('read');
    expect(await codeOf(read(pool, 'print'))).toBe('read');
  });

  it('finishes what is under way when it closes, turns the rest away, and leaves no process behind', async () => {
    const pool = poolOf({ readers: 2 });
    const asked = ['one', 'two', 'three'].map((file) => codeOf(read(pool, file)));
    const pids = pool.pids;
    expect(pids).toHaveLength(2);
    await pool.close();
    expect(await Promise.all(asked)).toEqual(['read', 'read', 'photo.readers_busy']);
    expect(await codeOf(read(pool, 'photo'))).toBe('photo.readers_busy');
    expect(pids.map(isThere)).toEqual([false, false]);
  });
});

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
