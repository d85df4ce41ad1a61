import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EmbeddedPostgres } from '@foundnow/postgres';

let broker: Server | undefined;
let server: Promise<EmbeddedPostgres> | undefined;

/**
 * One PostgreSQL for the whole run, started by the first spec that asks for it: a run of specs without I/O pays
 * nothing. Workers learn from the environment where to ask. The server ends with this process, however it ends.
 */
export async function openTestServer(): Promise<void> {
  if ((process.env['FN_TEST_DATABASE_URL'] ?? '') !== '') return;
  const secret = `/${randomBytes(16).toString('hex')}`;
  broker = createServer((request, response) => {
    if (request.url !== secret) return void response.writeHead(404).end();
    server ??= start();
    server.then(
      (running) => response.end(running.url()),
      (error: unknown) => response.writeHead(503).end(String(error)),
    );
  });
  broker.listen(0, '127.0.0.1').unref();
  await once(broker, 'listening');
  const address = broker.address();
  if (typeof address !== 'object' || address === null) throw new Error('The system gave no port.');
  process.env['FN_TEST_DATABASE_BROKER'] = `http://127.0.0.1:${address.port}${secret}`;
}

async function start(): Promise<EmbeddedPostgres> {
  const { startEmbeddedPostgres } = await import('@foundnow/postgres');
  const dataDir = join(tmpdir(), `foundnow-test-${process.pid}-${randomBytes(4).toString('hex')}`);
  return startEmbeddedPostgres({ dataDir, throwaway: true });
}

export async function closeTestServer(): Promise<void> {
  broker?.closeAllConnections();
  broker?.close();
  const running = await server?.catch(() => undefined);
  await running?.stop();
}
