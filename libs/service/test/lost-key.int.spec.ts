import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { prepareKeys } from '../src/installation/index.ts';

describe('the master key of an installation', () => {
  let dir: string;
  let keys: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'fn-keys-'));
    keys = join(dir, 'keys');
  });
  afterEach(() => rm(dir, { recursive: true }));

  it('is made once, and then found', async () => {
    const [first, second] = [await prepareKeys(keys), await prepareKeys(keys)];
    expect(second.secrets.installation).toBe(first.secrets.installation);
  });

  it('is not made anew beside keys that are older', async () => {
    await prepareKeys(keys);
    await rm(join(keys, 'master.key'));
    await expect(prepareKeys(keys)).rejects.toMatchObject({
      code: 'key_file.missing',
      detail: expect.stringContaining('Bring the file back from a backup'),
    });
    expect(await readdir(keys)).not.toContain('master.key');
  });

  it('is not made anew beside a database that is older, and is beside an empty folder', async () => {
    const database = join(dir, 'postgres');
    await mkdir(database);
    await prepareKeys(keys, [database]);
    await rm(keys, { recursive: true });
    await writeFile(join(database, 'PG_VERSION'), '18');
    await expect(prepareKeys(keys, [database])).rejects.toMatchObject({ code: 'key_file.missing' });
  });
});
