import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createMetrics, currentContext } from '@foundnow/telemetry';
import type { Problem } from '../src/index.ts';
import { seenContexts, startSampleApp } from './sample-app.ts';

const REQUEST_ID = '0199aaaa-0000-7000-8000-000000000077';
const ORIGIN = 'https://lost.example';

describe('every answer', () => {
  let sample: Awaited<ReturnType<typeof startSampleApp>>;
  const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    fetch(sample.url + path, { method, headers });
  beforeAll(async () => {
    const metrics = createMetrics('sample', { processMetrics: false });
    sample = await startSampleApp({ corsOrigins: [ORIGIN], metrics });
  });
  afterAll(() => sample.app.close());

  it('carries the request id of the caller, or one of ours when that is no UUID', async () => {
    const idOf = async (given: string) =>
      (await get('/api/v1/items', { 'x-request-id': given })).headers.get('x-request-id');
    for (const given of [REQUEST_ID, REQUEST_ID.toUpperCase()]) expect(await idOf(given)).toBe(given);
    for (const given of ['order-2026_07.1', 'anna@lost.example', `${REQUEST_ID}0`, 'x'.repeat(36), '"quoted"', '']) {
      expect(await idOf(given)).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it('hands request id and trace to whatever the handler does', async () => {
    const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
    await get('/api/v1/items', { 'x-request-id': REQUEST_ID, traceparent: `00-${traceId}-00f067aa0ba902b7-01` });
    expect(seenContexts.at(-1)).toMatchObject({
      service: 'sample',
      requestId: REQUEST_ID,
      correlationId: REQUEST_ID,
      traceId,
    });
    expect(currentContext()).toEqual({});
  });

  it('forbids sniffing, framing and keeping', async () => {
    for (const path of ['/api/v1/items', '/api/v1/nothing', '/health/live']) {
      const { headers } = await get(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });

  it('is readable for scripts of the listed origins only, errors too', async () => {
    const allowed = async (path: string, origin: string) =>
      (await get(path, { origin })).headers.get('access-control-allow-origin');
    expect(await allowed('/api/v1/items', ORIGIN)).toBe(ORIGIN);
    expect(await allowed('/api/v1/nothing', ORIGIN)).toBe(ORIGIN);
    expect(await allowed('/api/v1/items', 'https://evil.example')).toBeNull();
    const preflight = await get(
      '/api/v1/items',
      { origin: ORIGIN, 'access-control-request-method': 'POST' },
      'OPTIONS',
    );
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-headers')).toContain('Idempotency-Key');
  });

  it('holds what its schema declares and nothing else', async () => {
    const answer = await fetch(`${sample.url}/api/v1/items`, {
      method: 'POST',
      body: '{"title":"Umbrella"}',
      headers: { 'content-type': 'application/json' },
    });
    expect(await answer.json()).toEqual({ id: 'i1', title: 'Umbrella' });
    expect((await get('/api/v1/items/misfit')).status).toBe(500);
  });

  it('says nothing but the trace id when we failed, and the log says which error it was', async () => {
    const answer = await get('/api/v1/items/boom');
    const text = await answer.text();
    const problem = JSON.parse(text) as Problem;
    expect(problem).toMatchObject({ status: 500, code: 'internal' });
    expect(text).not.toMatch(/hunter2|TypeError|password/);
    const line = sample.lines.find(({ fields }) => 'traceId' in fields && fields.traceId === problem.traceId);
    expect(line).toMatchObject({ message: 'request failed', fields: { route: '/api/v1/items/boom', status: 500 } });
  });

  it('comes in time: what takes too long is given up with 503', async () => {
    const { app, url } = await startSampleApp({ requestTimeoutMs: 150 });
    const answer = await fetch(`${url}/api/v1/items/slow`);
    expect({ status: answer.status, retry: answer.headers.get('retry-after') }).toEqual({ status: 503, retry: '5' });
    expect(await answer.json()).toMatchObject({ code: 'request.timeout' });
    expect((await fetch(`${url}/api/v1/items/patient`)).status).toBe(200);
    await app.close();
  });

  it('tells a missing dependency (503) from a fault of ours (500)', async () => {
    expect(await (await get('/api/v1/items/away')).json()).toMatchObject({
      status: 503,
      code: 'dependency.unavailable',
    });
  });

  it('keeps from callers what is said to operators', async () => {
    const denied = await (await get('/api/v1/items/denied')).text();
    expect(JSON.parse(denied)).toMatchObject({ status: 503, code: 'kms.denied' });
    const contract = await (await get('/api/v1/items/contract')).text();
    expect(JSON.parse(contract)).toMatchObject({ status: 500, code: 'internal' });
    const damaged = await (await get('/api/v1/items/damaged')).text();
    expect(Object.keys(JSON.parse(damaged) as object).join(' ')).toBe('type title status code detail traceId');
    expect(JSON.parse(damaged)).toMatchObject({ status: 500, code: 'internal' });
    expect(denied + contract + damaged).not.toMatch(/projects|keyRings|post\.created|inner/);
  });

  it('carries Retry-After when the refusal says so', async () => {
    expect((await get('/api/v1/items/conflict')).headers.get('retry-after')).toBe('3');
  });

  it('names the other methods of an address, and asks for JSON with 415', async () => {
    expect((await get('/api/v1/items', {}, 'PUT')).headers.get('allow')).toBe('GET, HEAD, POST');
    expect((await get('/api/v1/items', {}, 'HEAD')).status).toBe(200);
    expect((await get('/api/docs/secret.txt')).status).toBe(404);
  });

  it('is counted per route, never per address', async () => {
    await get('/api/v1/items/7', {}, 'DELETE');
    const text = await (await get('/metrics')).text();
    expect(text).toContain('http_route="/api/v1/items/:id",http_response_status_code="400"');
    expect(text).not.toContain('/api/v1/items/7');
  });

  it('is a problem, too, when the request was no HTTP at all', async () => {
    const { port } = new URL(sample.url);
    const text = await new Promise<string>((resolve) => {
      const socket = connect(Number(port), '127.0.0.1', () => socket.end('NONSENSE\r\n\r\n'));
      let received = '';
      socket.on('data', (chunk) => (received += chunk.toString()));
      socket.on('close', () => resolve(received));
    });
    expect(text).toMatch(/^HTTP\/1\.1 400 Bad Request\r\nContent-Type: application\/problem\+json\r\n/);
    expect(text).toContain('"code":"request.malformed"');
  });
});
