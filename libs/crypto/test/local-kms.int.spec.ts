import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { localKmsOf, openLocalKms } from '../src/index.ts';
import { describeKms } from './kms.conformance.ts';

const temporaryDir = () => mkdtemp(join(tmpdir(), 'fn-kms-'));

describeKms('a key that was given', async () => {
  const key = randomBytes(32);
  return { open: async () => localKmsOf(key), stop: async () => {} };
});

describeKms('a key file', async () => {
  const dir = await temporaryDir();
  return { open: () => openLocalKms(join(dir, 'kms', 'master.key')), stop: () => rm(dir, { recursive: true }) };
});

describe('the local KMS', () => {
  let dir = '';
  beforeEach(async () => (dir = await temporaryDir()));
  afterEach(() => rm(dir, { recursive: true }));

  it('makes one key that only its owner reads, also when opened many times at once', async () => {
    const opened = await Promise.all(Array.from({ length: 16 }, () => openLocalKms(join(dir, 'kms', 'master.key'))));
    const wrapped = await opened[0]!.wrap(Buffer.from('k'), 'p1');
    for (const kms of opened) expect(Buffer.from(await kms.unwrap(wrapped, 'p1')).toString()).toBe('k');
    expect((await stat(join(dir, 'kms', 'master.key'))).mode & 0o777).toBe(0o600);
  });

  it('waits for the right key file instead of giving up on data that another one wrapped', async () => {
    const [one, two] = [await openLocalKms(join(dir, 'one')), await openLocalKms(join(dir, 'two'))];
    const refusal = await two.unwrap(await one.wrap(Buffer.from('k'), 'p1'), 'p1').catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code: 'kms.wrong_key', kind: 'dependency' });
  });

  it('refuses a key file that was cut, or that others can read', async () => {
    await writeFile(join(dir, 'cut'), 'short', { mode: 0o600 });
    await expect(openLocalKms(join(dir, 'cut'))).rejects.toMatchObject({ code: 'key_file.damaged' });
    await openLocalKms(join(dir, 'open'));
    await chmod(join(dir, 'open'), 0o644);
    await expect(openLocalKms(join(dir, 'open'))).rejects.toMatchObject({ code: 'key_file.exposed' });
  });
});
