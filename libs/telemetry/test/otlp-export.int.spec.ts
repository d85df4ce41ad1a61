import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from '@jest/globals';
import { startTracing, withTrace } from '@foundnow/telemetry';

it('sends the spans to an OTLP collector at the latest at shutdown', async () => {
  const received: { path: string | undefined; body: string }[] = [];
  const collector = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ path: request.url, body: Buffer.concat(chunks).toString('utf8') });
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((resolve) => collector.listen(0, '127.0.0.1', resolve));
  const { port } = collector.address() as AddressInfo;

  const tracing = startTracing({ service: 'fn-posts', otlpEndpoint: `http://127.0.0.1:${port}/` });
  withTrace(undefined, 'POST /api/v1/posts', () => undefined, { service: 'fn-posts' });
  await tracing.shutdown();
  await new Promise((resolve) => collector.close(resolve));

  expect(received.map(({ path }) => path)).toEqual(['/v1/traces']);
  expect(received[0]?.body).toContain('POST /api/v1/posts');
  expect(received[0]?.body).toContain('fn-posts');
});
