import { createServer, type Server } from 'node:http';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { issueToken, loadOrCreateSigningKey, userIdFor, type SigningKey } from '../src/index.ts';
import { eventually } from '@foundnow/testing';
import { jwksOf } from '../src/keys/signing-key.ts';
import { startGuardedApp } from './guarded-app.ts';

const rules = { issuer: 'https://issuer.test', audience: 'foundnow' };

describe('the key set', () => {
  let dir: string;
  let key: SigningKey;
  let server: Server;
  let answer: () => { status: number; body: string | Readable };
  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'fn-jwks-'));
    key = await loadOrCreateSigningKey(dir);
    server = createServer((_request, response) => {
      const { status, body } = answer();
      response.writeHead(status);
      pipeline(Readable.from(body), response, () => undefined);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterAll(async () => {
    await new Promise((resolve) => server.close(resolve));
    await rm(dir, { recursive: true });
  });

  async function postWith(jwks: { file: string } | { url: string }) {
    const guarded = await startGuardedApp({ ...rules, jwks });
    const token = await issueToken(key, { ...rules, userId: userIdFor('desk-1'), roles: ['staff'] });
    const headers = { authorization: `Bearer ${token}` };
    const { status } = await fetch(`${guarded.url}/things`, { method: 'POST', headers });
    await guarded.app.close();
    return status;
  }
  const url = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks.json`;

  it('may lie in a file', async () => {
    expect(await postWith({ file: join(dir, 'jwks.json') })).toBe(201);
  });

  it('may lie at an address', async () => {
    answer = () => ({ status: 200, body: JSON.stringify(jwksOf(key)) });
    expect(await postWith({ url: url() })).toBe(201);
  });

  it('makes it 503, not 401, when it cannot be had', async () => {
    answer = () => ({ status: 500, body: 'no' });
    expect(await postWith({ url: url() })).toBe(503);
    answer = () => ({ status: 200, body: '<html>' });
    expect(await postWith({ url: url() })).toBe(503);
    expect(await postWith({ file: join(dir, 'nowhere.json') })).toBe(503);
  });

  it('is not read further than a key set can be long', async () => {
    let sent = 0;
    const endless = new Readable({
      read() {
        sent += 65_536;
        this.push(Buffer.alloc(65_536, ' '));
      },
    });
    answer = () => ({ status: 200, body: endless });
    expect(await postWith({ url: url() })).toBe(503);
    await eventually(() => expect(endless.destroyed).toBe(true));
    expect(sent).toBeLessThan(64 * 1024 * 1024);
  });
});
