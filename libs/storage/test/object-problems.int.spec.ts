import { open, readdir, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHttpApp } from '@foundnow/http';
import { Module } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { objectRoutes, type ReportFailure } from '../src/index.ts';
import { send } from './conformance/sending.ts';
import { type LocalObjects, startLocalObjects } from './start-local-objects.ts';

@Module({})
class NothingElse {}

const upload = { key: 'a/photo', contentType: 'image/jpeg', minBytes: 1, maxBytes: 100, expiresInSeconds: 60 };

describe('a failure of the local object store', () => {
  let local: LocalObjects;
  let isFull: boolean;
  let reports: Parameters<ReportFailure>[];
  beforeEach(async () => {
    [isFull, reports] = [false, []];
    local = await startLocalObjects({
      report: (...report) => reports.push(report),
      createFile: async (path) => {
        if (isFull) throw Object.assign(new Error(`ENOSPC: ${path}`), { code: 'ENOSPC' });
        return open(path, 'wx');
      },
    });
  });
  afterEach(() => local.stop());

  async function damage(): Promise<void> {
    await local.store.put('a/photo', Buffer.from('0123456789'), { contentType: 'image/jpeg' });
    const files = await readdir(local.root, { recursive: true, withFileTypes: true });
    for (const file of files) if (file.isFile()) await truncate(join(file.parentPath, file.name), 5);
  }
  const download = () => local.store.signDownload({ key: 'a/photo', expiresInSeconds: 60 });

  it('of its own (a damaged file) is 500 and tells the caller nothing but a trace id, which the report has, too', async () => {
    await damage();
    const { status, text, headers } = await send(await download());
    const problem = JSON.parse(text) as { traceId: string };
    expect(problem).toEqual({
      type: 'about:blank',
      title: 'Internal Server Error',
      status: 500,
      code: 'internal',
      detail: expect.stringContaining('trace id'),
      traceId: expect.any(String),
    });
    expect([status, headers.get('content-type')]).toEqual([500, 'application/problem+json']);
    expect(reports).toMatchObject([[{ code: 'storage.damaged' }, { traceId: problem.traceId, status: 500 }]]);
  });

  it('of what it stands on (a full disk) is 503 with the words for every caller, not those for operators', async () => {
    isFull = true;
    const { status, text, headers } = await send(await local.store.signUpload(upload), { body: 'x' });
    expect(JSON.parse(text)).toMatchObject({ title: 'Service Unavailable', code: 'storage.full' });
    expect(text).not.toMatch(/disk|ENOSPC|space/);
    expect([status, headers.get('retry-after')]).toEqual([503, '60']);
    expect(reports).toMatchObject([[{ code: 'storage.full' }, { status: 503 }]]);
  });

  it('is not reported when the caller is to blame', async () => {
    expect((await send(await download())).status).toBe(404);
    expect(reports).toEqual([]);
  });

  it('bears the trace id of the request when a service serves the objects', async () => {
    await damage();
    const logger = { info: () => undefined, error: () => undefined };
    const app: NestFastifyApplication = await createHttpApp(NothingElse, {
      service: 'spec',
      api: { title: 'Spec' },
      logger,
    });
    const routes = objectRoutes(local.store.handler({ basePath: '/objects' }));
    await app.getHttpAdapter().getInstance().register(routes, { prefix: '/objects' });
    await app.listen(0, '127.0.0.1');
    const { pathname, search } = new URL((await download()).url);
    const traceparent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';
    const answer = await fetch(`${await app.getUrl()}${pathname}${search}`, { headers: { traceparent } });
    expect(await answer.json()).toMatchObject({ status: 500, traceId: '0af7651916cd43dd8448eb211c80319c' });
    await app.close();
  });
});
