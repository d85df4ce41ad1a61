import { Readable } from 'node:stream';
import { describe, expect, it } from '@jest/globals';
import type { ObjectStore } from '@foundnow/storage';
import { ObjectPhotoFiles } from './object-photo-files.ts';

const PATIENCE_MS = 20;
const never = () => new Promise<never>(() => undefined);
const filesIn = (store: Partial<ObjectStore>) => new ObjectPhotoFiles(store as ObjectStore, PATIENCE_MS);
const alive = new AbortController().signal;
const away = { code: 'storage.unavailable', kind: 'dependency' };
const form = { name: '1280', contentType: 'image/jpeg', width: 1, height: 1, bytes: Buffer.from('x') } as const;

describe('a store that says nothing more', () => {
  it('is away, before a photo comes', async () => {
    await expect(filesIn({ get: never }).load('private/x', alive)).rejects.toMatchObject(away);
  });

  it('is away in the middle of a photo, which is not waited for any more', async () => {
    const body = new Readable({ read: () => undefined });
    body.push('the first half');
    const info = { key: '', size: 30, contentType: 'image/jpeg', etag: '', updatedAt: new Date(0) };
    const files = filesIn({ get: async () => ({ info, body }) });
    await expect(files.load('private/x', alive)).rejects.toMatchObject(away);
    expect(body.destroyed).toBe(true);
  });

  it('is not waited for by a service that stops', async () => {
    const stopping = new AbortController();
    const loading = new ObjectPhotoFiles({ get: never } as Partial<ObjectStore> as ObjectStore).load(
      'private/x',
      stopping.signal,
    );
    stopping.abort(new Error('stops'));
    await expect(loading).rejects.toThrow('stops');
  });

  it('is away when it takes no form', async () => {
    await expect(filesIn({ put: never }).publish('folder', [form])).rejects.toMatchObject(away);
  });
});
