import { execFile } from 'node:child_process';
import { chmod, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { KeyRing, Opener, publicJwks, sealFor } from '../src/index.ts';

const DAY = 24 * 60 * 60 * 1000;
const place = { topic: 'matcher.events', field: 'sealedHandoverCode', subject: 'm1' };

describe('the key ring', () => {
  let dir = '';
  let now = 0;
  const clock = { now: () => new Date(now) };
  const open = (recipient = 'matcher') => KeyRing.open({ dir, recipient, clock });
  const later = (days: number) => (now += days * DAY);

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'fn-ring-'));
    now = Date.UTC(2026, 0, 1);
  });
  afterEach(() => rm(dir, { recursive: true }));

  it('makes its first key where only its owner reads it, and shows the public half alone', async () => {
    const ring = await open();
    const files = await readdir(join(dir, 'private', 'matcher'));
    expect(files).toEqual(['000001.json']);
    expect((await stat(join(dir, 'private', 'matcher', '000001.json'))).mode & 0o777).toBe(0o600);
    expect((await stat(join(dir, 'private', 'matcher'))).mode & 0o777).toBe(0o700);
    const published = await readFile(join(dir, 'public', 'matcher.jwks.json'), 'utf8');
    expect(JSON.parse(published)).toEqual(ring.jwks());
    expect(published).not.toContain('"d"');
  });

  it('agrees on one key when many processes start on an empty directory', async () => {
    const script = `import { KeyRing } from '@foundnow/crypto';
      const ring = await KeyRing.open({ dir: ${JSON.stringify(dir)}, recipient: 'matcher', clock: { now: () => new Date() } });
      console.log(ring.jwks().keys.map((key) => key.kid).join());`;
    const args = ['--import', './tools/runtime/register.mjs', '--input-type=module', '--eval', script];
    const runs = await Promise.all([1, 2, 3, 4].map(() => promisify(execFile)(process.execPath, args)));
    const kids = new Set(runs.map(({ stdout }) => stdout.trim()));
    expect(kids.size).toBe(1);
    expect([...kids][0]).toMatch(/^[\w-]{16}$/);
    expect(await readdir(join(dir, 'private', 'matcher'))).toEqual(['000001.json']);
  });

  it('rotates after 90 days, seals with the new key and still opens what the old one sealed', async () => {
    const ring = await open();
    const sealed = await sealFor(publicJwks(dir), 'matcher', place, '4711');
    later(89);
    expect(await ring.maintain()).toBe('unchanged');
    later(2);
    expect(await Promise.all([ring.maintain(), (await open()).maintain()])).toContain('unchanged');
    expect(ring.jwks().keys).toHaveLength(2);
    const newest = await publicJwks(dir).newestOf('matcher');
    expect(newest.kid).toBe(ring.jwks().keys[0]?.kid);
    expect(await new Opener(ring).open(sealed, place)).toBe('4711');
  });

  it('keeps a replaced key until no message sealed with it can be alive, then says that it is gone', async () => {
    const ring = await open();
    const sealed = await sealFor(publicJwks(dir), 'matcher', place, '4711');
    later(90);
    await ring.maintain();
    later(96);
    await ring.maintain();
    expect(await new Opener(ring).open(sealed, place)).toBe('4711');
    later(2);
    await ring.maintain();
    await expect(new Opener(await open()).open(sealed, place)).rejects.toMatchObject({ code: 'sealed.unknown_key' });
  });

  it('finds a key that another process made since it was opened', async () => {
    const [ours, theirs] = [await open(), await open()];
    later(91);
    await theirs.maintain();
    const sealed = await sealFor(publicJwks(dir), 'matcher', place, '4711');
    expect(await new Opener(ours).open(sealed, place)).toBe('4711');
  });

  it('refuses key files that others can read, and says what to do', async () => {
    await open();
    await chmod(join(dir, 'private', 'matcher', '000001.json'), 0o644);
    await expect(open()).rejects.toMatchObject({
      code: 'key_file.exposed',
      detail: expect.stringContaining('chmod 600'),
    });
  });

  it('never quotes a damaged key file', async () => {
    await open();
    await writeFile(join(dir, 'private', 'matcher', '000001.json'), '{"d":"topsecret');
    const error: unknown = await open().catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'key_file.damaged' });
    expect(`${String(error)}${String((error as Error).cause)}`).not.toContain('topsecret');
  });

  it('removes what a killed process left half written', async () => {
    await open();
    const left = join(dir, 'private', 'matcher', '.writing-0123');
    await writeFile(left, 'x');
    await utimes(left, new Date(0), new Date(0));
    await open();
    expect(await readdir(join(dir, 'private', 'matcher'))).toEqual(['000001.json']);
  });

  it('keeps each service to its own ring', async () => {
    const [matcher, notifications] = [await open('matcher'), await open('notifications')];
    const sealed = await sealFor(publicJwks(dir), 'notifications', place, 'x');
    expect(await new Opener(notifications).open(sealed, place)).toBe('x');
    await expect(new Opener(matcher).open(sealed, place)).rejects.toMatchObject({ code: 'sealed.wrong_recipient' });
    await expect(KeyRing.open({ dir, recipient: '../etc', clock })).rejects.toThrow('service name');
  });

  describe('read over HTTP', () => {
    let answer: () => { status: number; body: string };
    let requests = 0;
    const server = createServer((_, response) => {
      requests += 1;
      const { status, body } = answer();
      response.writeHead(status).end(body);
    });
    const source = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`;
    beforeEach(() => new Promise<void>((done) => server.listen(0, '127.0.0.1', done)));
    afterEach(() => new Promise((done) => server.close(done)));

    it('is asked once while fresh, and its last answer serves while it is away', async () => {
      const ring = await open();
      answer = () => ({ status: 200, body: JSON.stringify(ring.jwks()) });
      requests = 0;
      const keys = publicJwks(source(), { clock });
      const first = await keys.newestOf('matcher');
      await keys.newestOf('matcher');
      expect(requests).toBe(1);
      answer = () => ({ status: 503, body: '' });
      later(1);
      expect(await keys.newestOf('matcher')).toEqual(first);
      expect(requests).toBe(2);
    });

    it.each([
      ['nothing', () => ({ status: 404, body: '' })],
      ['no JSON', () => ({ status: 200, body: '<html>' })],
      ['a set without a usable key', () => ({ status: 200, body: '{"keys":[null,{"kty":"RSA"}]}' })],
      ['a private key', () => ({ status: 200, body: '{"keys":[{"kty":"EC","d":"topsecret"}]}' })],
    ])('is a broken dependency while it shows %s', async (_, shown) => {
      answer = shown;
      await expect(publicJwks(source()).newestOf('matcher')).rejects.toMatchObject({
        code: 'sealed.no_recipient_key',
        kind: 'dependency',
      });
    });
  });
});
