import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { freePort, freePorts, freePortRow, isFree } from '../src/free-ports.ts';

describe('free ports', () => {
  it('can be listened on, and are taken then', async () => {
    const port = await freePort();
    const server = createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
    expect(await isFree(port)).toBe(false);
    server.close();
    await once(server, 'close');
    expect(await isFree(port)).toBe(true);
  });

  it('are another each time, or neighbours', async () => {
    expect(new Set(await freePorts(9)).size).toBe(9);
    const first = await freePortRow(4);
    const row = await Promise.all([0, 1, 2, 3].map((at) => isFree(first + at)));
    expect(row).toEqual([true, true, true, true]);
  });
});
