import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { issueToken, loadOrCreateSigningKey, userIdFor } from '@foundnow/auth';
import { plainPhoto } from '@foundnow/images/testing';
import { eventually, freePortRow } from '@foundnow/testing';
import { TOKEN_AUDIENCE, TOKEN_ISSUER } from '../src/environments.ts';
import { ITEM } from './report-items.ts';
import { stackFolder } from './stack-folder.ts';
import { StackProcess } from './stack-process.ts';

const PATIENCE = 180_000;
const GIGABYTE = 1024 ** 3;

let dir: string;
let basePort: number;
let stack: StackProcess;

beforeAll(async () => {
  dir = await stackFolder();
  basePort = await freePortRow(5);
  stack = StackProcess.launch({ DATA_DIR: join(dir, 'data'), BASE_PORT: String(basePort) });
  await stack.ready();
}, PATIENCE);

afterAll(async () => {
  stack.kill();
  await rm(dir, { recursive: true, force: true });
});

interface Shown {
  readonly photos: ReadonlyArray<{ readonly forms: ReadonlyArray<{ readonly url: string; readonly width: number }> }>;
}

it('takes less than a gigabyte before there is a photo', async () => {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(stack.pid)]);
  expect(Number(stdout) * 1024).toBeGreaterThan(0);
  expect(Number(stdout) * 1024).toBeLessThan(GIGABYTE);
});

it(
  'shows strangers the redacted forms of two photos, with no key and no network',
  async () => {
    const api = `http://127.0.0.1:${basePort + 1}/api/v1`;
    const key = await loadOrCreateSigningKey(join(dir, 'data', 'keys'));
    const roles = ['user'] as const;
    const alex = { issuer: TOKEN_ISSUER, audience: TOKEN_AUDIENCE, userId: userIdFor('alex'), roles };
    const authorization = `Bearer ${await issueToken(key, alex)}`;
    const upload = async (width: number) => {
      const form = new FormData();
      form.set('file', new Blob([new Uint8Array(await plainPhoto({ width }))]), 'photo.jpg');
      const answer = await fetch(`${api}/photos`, { method: 'POST', headers: { authorization }, body: form });
      return ((await answer.json()) as { id: string }).id;
    };
    const photoUploadIds = [await upload(640), await upload(800)];
    const headers = { authorization, 'content-type': 'application/json' };
    const body = JSON.stringify({ ...ITEM, photoUploadIds });
    const { id } = (await (await fetch(`${api}/posts`, { method: 'POST', headers, body })).json()) as { id: string };

    await eventually(
      async () => {
        const { photos } = (await (await fetch(`${api}/posts/${id}/photos`)).json()) as Shown;
        expect(photos.map(({ forms }) => forms.length)).toEqual([2, 2]);
        for (const { url } of photos.flatMap(({ forms }) => forms)) {
          const image = await fetch(url);
          expect(image.status).toBe(200);
          expect(image.headers.get('content-type')).toBe('image/jpeg');
        }
      },
      { timeoutMs: 90_000, intervalMs: 200 },
    );
    const analysis = await fetch(`http://127.0.0.1:${basePort + 2}/api/v1/analyses/${id}`, { headers });
    expect(await analysis.json()).toMatchObject({ postId: id, degraded: true, photosVersion: 1 });
    expect(await stack.interrupt()).toMatchObject({ exitCode: 0 });
  },
  PATIENCE,
);
