import { openAsBlob } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '@foundnow/testing';
import { Program } from '../harness/program.ts';
import { peakMegabytesOf } from '../harness/peak-memory.ts';
import { residentBytesOf } from '../harness/process-tree.ts';
import type { BenchDatabase } from '../harness/bench-server.ts';
import { untilHealthy } from '../harness/until-healthy.ts';
import { openPostsBench } from '../http-write/posts-bench.ts';

export interface UnderUploads {
  readonly restingMegabytes: number;
  /** Of the service and of what it started. */
  readonly peakMegabytes: number;
  readonly statuses: readonly number[];
}

/** fn-posts as it runs in production, with all the files sent to it at once. */
export async function serviceUnderUploads(
  files: readonly string[],
  database: BenchDatabase,
  closing: AsyncDisposableStack,
): Promise<UnderUploads> {
  const bench = await openPostsBench(database);
  closing.defer(() => bench.close());
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const objects = {
    OBJECT_STORE: 'local',
    OBJECT_DIR: join(bench.folder, 'objects'),
    OBJECT_URL: `${origin}/objects`,
    OBJECT_URL_KEY: Buffer.alloc(32, 7).toString('base64'),
  };
  const env = { ...bench.environment, ...objects, PORT: String(port), LOG_LEVEL: 'warn' };
  const program = new Program('apps/fn-posts/src/main.ts', { env });
  closing.defer(() => program.end('SIGTERM'));
  await untilHealthy(program, [`${origin}/health/ready`], 30_000);

  const restingMegabytes = residentBytesOf(program.pid) / 2 ** 20;
  const statuses: number[] = [];
  const peakMegabytes = await peakMegabytesOf(program.pid, async () => {
    statuses.push(...(await Promise.all(files.map((file) => upload(`${origin}/api/v1/photos`, bench.token, file)))));
  });
  return { restingMegabytes, peakMegabytes, statuses };
}

async function upload(url: string, token: string, file: string): Promise<number> {
  const form = new FormData();
  form.set('file', await openAsBlob(file), 'photo.jpg');
  const answer = await fetch(url, { method: 'POST', body: form, headers: { authorization: `Bearer ${token}` } });
  await answer.arrayBuffer();
  return answer.status;
}
