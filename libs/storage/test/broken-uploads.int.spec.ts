import { open, readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { eventually } from '@foundnow/testing';
import { startLocalObjects } from './start-local-objects.ts';

const upload = { key: 'a/photo', contentType: 'image/jpeg', minBytes: 1, maxBytes: 2000, expiresInSeconds: 60 };

describe('an upload that breaks off', () => {
  it.each([
    ['goes away', 60_000],
    ['falls silent', 100],
  ])('leaves nothing when its sender %s', async (what, idleTimeoutMs) => {
    let begun = false;
    const local = await startLocalObjects({
      idleTimeoutMs,
      createFile: async (path) => {
        const file = await open(path, 'wx');
        begun = true;
        return file;
      },
    });
    const { pathname, search } = new URL((await local.store.signUpload(upload)).url);
    const socket = connect(local.port, '127.0.0.1');
    const closed = new Promise((done) => socket.once('close', done));
    const head = `PUT ${pathname}${search} HTTP/1.1\r\nHost: x\r\nContent-Type: image/jpeg\r\nContent-Length: 1000`;
    socket.on('error', () => {}).write(`${head}\r\n\r\n${'x'.repeat(500)}`);
    await eventually(() => expect(begun).toBe(true));
    if (what === 'goes away') socket.destroy();
    await closed;
    await eventually(async () => expect(await readdir(join(local.root, 'incoming'))).toEqual([]));
    expect(await local.store.stat('a/photo')).toBeUndefined();
    await local.stop();
  });
});
