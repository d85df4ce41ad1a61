import { lstat, mkdir, mkdtemp, open, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { breakingOff, contentOf } from './conformance/bodies.ts';
import { describeObjectStore } from './object-store.conformance.ts';
import { startLocalObjects } from './start-local-objects.ts';
import type { LocalObjects } from './start-local-objects.ts';

const text = { contentType: 'text/plain' };

describeObjectStore(
  'the local disk',
  async () => {
    const { store, clock, stop } = await startLocalObjects();
    return { store, advance: (ms) => clock.advance(ms), stop };
  },
  { checksAddresses: true },
);

describe('the local object store', () => {
  let local: LocalObjects;
  beforeEach(async () => (local = await startLocalObjects()));
  afterEach(() => local.stop());
  const filesIn = async (folder: string) =>
    (await readdir(join(local.root, folder), { recursive: true, withFileTypes: true })).filter((entry) =>
      entry.isFile(),
    );

  it('keeps an image as a file that begins with the image, readable by its owner alone', async () => {
    await local.store.put('posts/p1/photo.jpg', Buffer.from('JPEG bytes'), { contentType: 'image/jpeg' });
    const path = join(local.root, 'objects', 'posts@', 'p1@', 'photo.jpg');
    expect((await readFile(path)).subarray(0, 10).toString()).toBe('JPEG bytes');
    expect((await lstat(path)).mode & 0o077).toBe(0);
  });

  it('finds everything again after a restart', async () => {
    const info = await local.store.put('a/b', Buffer.from('x'), text);
    const again = await startLocalObjects({ root: local.root });
    expect(await again.store.stat('a/b')).toEqual(info);
    await again.stop();
  });

  it('leaves no file and no folder behind what failed or was deleted', async () => {
    await local.store.put('a/b/c', Buffer.from('x'), text);
    await local.store.delete('a/b/c');
    await expect(local.store.put('a/b/c', breakingOff(Buffer.from('x')), text)).rejects.toThrow('went away');
    expect(await filesIn('.')).toEqual([]);
    expect(await readdir(join(local.root, 'objects'))).toEqual([]);
  });

  it('puts into folders that are being removed as they become empty', async () => {
    const rounds = Array.from({ length: 40 }, async (_, i) => {
      const key = `deep/er/still/${i % 4}`;
      await local.store.put(key, Buffer.from('x'), text);
      await local.store.delete(key);
    });
    await expect(Promise.all(rounds)).resolves.toHaveLength(40);
  });

  it('follows no link out of its folder, neither to read nor to write', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'fn-outside-'));
    await local.store.put('a/own', Buffer.from('x'), text);
    await writeFile(join(outside, 'secret'), 'secret');
    await symlink(outside, join(local.root, 'objects', 'linked@'));
    await symlink(join(outside, 'secret'), join(local.root, 'objects', 'a@', 'file'));
    const denied = { code: 'storage.denied', kind: 'dependency' };
    await expect(local.store.get('linked/secret')).rejects.toMatchObject(denied);
    await expect(local.store.put('linked/new', Buffer.from('x'), text)).rejects.toMatchObject(denied);
    await expect(local.store.put('linked/deep/new', Buffer.from('x'), text)).rejects.toMatchObject(denied);
    await expect(local.store.delete('linked/secret')).rejects.toMatchObject(denied);
    await expect(local.store.move('a/own', 'linked/own')).rejects.toMatchObject(denied);
    await expect(local.store.get('a/file')).rejects.toMatchObject(denied);
    expect((await local.store.list('')).objects.map(({ key }) => key)).toEqual(['a/own']);
    expect(await readdir(outside)).toEqual(['secret']);
    await rm(outside, { recursive: true });
  });

  it('says that an object is damaged instead of serving half of it', async () => {
    await local.store.put('whole', Buffer.from('0123456789'), text);
    const path = join(local.root, 'objects', 'whole');
    const bytes = await readFile(path);
    for (const cut of [bytes.subarray(1), bytes.subarray(0, -1), Buffer.alloc(0), Buffer.from('FNOBJ001')]) {
      await writeFile(path, cut);
      await expect(local.store.get('whole')).rejects.toMatchObject({ code: 'storage.damaged' });
    }
  });

  it('keeps bytes that look like its own mark', async () => {
    const inner = await readFile(await stored('inner', Buffer.from('x')));
    await stored('outer', inner);
    expect(await local.store.stat('outer')).toMatchObject({ size: inner.length, contentType: 'text/plain' });
    expect(await contentOf(local.store, 'outer')).toBe(inner.toString());
  });

  it('clears away what a killed process was writing, but not what another is writing now', async () => {
    const incoming = join(local.root, 'incoming');
    await mkdir(incoming, { recursive: true });
    await writeFile(join(incoming, 'old'), 'x');
    await writeFile(join(incoming, 'new'), 'x');
    await utimes(join(incoming, 'old'), new Date(0), new Date(0));
    const again = await startLocalObjects({ root: local.root });
    expect(await readdir(incoming)).toEqual(['new']);
    await again.stop();
  });

  async function stored(key: string, bytes: Buffer): Promise<string> {
    await local.store.put(key, bytes, text);
    return join(local.root, 'objects', key);
  }
});

describe('a local object store whose disk is full', () => {
  it.each(['writeFile', 'sync', 'close'] as const)(
    'says what to do when %s meets it, and keeps what it had',
    async (step) => {
      let full = false;
      const local = await startLocalObjects({
        createFile: async (path) => {
          await writeFile(path, '');
          const fail = async () => {
            throw Object.assign(new Error('ENOSPC: no space left on device'), { code: 'ENOSPC' });
          };
          const file = await open(path, 'r+');
          if (!full) return file;
          const broken = { writeFile: file.writeFile.bind(file), sync: () => file.sync(), close: () => file.close() };
          return { ...broken, [step]: step === 'close' ? () => file.close().then(fail) : fail };
        },
      });
      await local.store.put('kept', Buffer.from('old'), text);
      full = true;
      const refusal = { code: 'storage.full', kind: 'dependency', detail: expect.stringContaining('free space') };
      await expect(local.store.put('kept', Buffer.from('new'), text)).rejects.toMatchObject(refusal);
      const signed = await local.store.signUpload({
        key: 'fresh',
        ...text,
        minBytes: 0,
        maxBytes: 9,
        expiresInSeconds: 9,
      });
      const response = await fetch(signed.url, { method: 'PUT', headers: signed.headers, body: 'x' });
      expect(response.status).toBe(503);
      expect(await response.json()).toMatchObject({ code: 'storage.full' });
      expect(response.headers.get('retry-after')).toBe('60');
      expect(await contentOf(local.store, 'kept')).toBe('old');
      expect(await local.store.stat('fresh')).toBeUndefined();
      expect(await readdir(join(local.root, 'incoming'))).toEqual([]);
      await local.stop();
    },
  );
});
