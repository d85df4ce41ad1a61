import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadOrCreateSigningKey } from '../src/index.ts';

describe('loadOrCreateSigningKey', () => {
  let dir: string;
  beforeEach(async () => void (dir = join(await mkdtemp(join(tmpdir(), 'fn-key-')), 'keys')));
  afterEach(() => rm(join(dir, '..'), { recursive: true, force: true }));

  it('gives everybody who starts at once the same key, and later starters too', async () => {
    const keys = await Promise.all(Array.from({ length: 16 }, () => loadOrCreateSigningKey(dir)));
    const later = await loadOrCreateSigningKey(dir);
    expect(new Set([...keys, later].map(({ kid }) => kid)).size).toBe(1);
    expect((await readdir(dir)).sort()).toEqual(['jwks.json', 'signing-key.json']);
  });

  it('keeps the private part to its owner and out of the public file', async () => {
    await loadOrCreateSigningKey(dir);
    expect((await stat(join(dir, 'signing-key.json'))).mode & 0o777).toBe(0o600);
    const { keys } = JSON.parse(await readFile(join(dir, 'jwks.json'), 'utf8')) as { keys: object[] };
    expect(Object.keys(keys[0] ?? {}).sort()).toEqual(['alg', 'crv', 'kid', 'kty', 'use', 'x', 'y']);
  });

  it('says which file is damaged and what to do, and not what is in it', async () => {
    await loadOrCreateSigningKey(dir);
    await writeFile(join(dir, 'signing-key.json'), '{"d":"s3cr3t');
    const error = await loadOrCreateSigningKey(dir).then(
      () => new Error('loaded'),
      (thrown: unknown) => thrown as Error,
    );
    expect(error.message).toMatch(/signing-key\.json is damaged\. Remove it/);
    expect(inspect(error)).not.toContain('s3cr3t');
  });

  it('refuses a private part that others can read', async () => {
    await loadOrCreateSigningKey(dir);
    await chmod(join(dir, 'signing-key.json'), 0o644);
    await expect(loadOrCreateSigningKey(dir)).rejects.toMatchObject({ code: 'key_file.exposed' });
  });
});
