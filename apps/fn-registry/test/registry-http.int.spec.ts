import { SCHEMAS, type SchemaRow } from '@foundnow/contracts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { createRegistryServer } from '../src/registry-server.ts';

const auth = { username: 'ui', password: 'only for this suite' };
const authorization = `Basic ${Buffer.from('ui:only for this suite').toString('base64')}`;
const VENDOR = 'application/vnd.schemaregistry.v1+json';
const post = SCHEMAS.find(({ event }) => event === 'post.created') as SchemaRow;
const next = { ...post, id: 9_000, version: 2, schema: post.schema.replace('An item was reported.', 'Reported.') };
const subject = encodeURIComponent(post.subject);

let server: FastifyInstance;
beforeAll(async () => {
  server = createRegistryServer({ auth, schemas: [...SCHEMAS, next] });
  await server.ready();
});
afterAll(() => server.close());

const get = (url: string, headers: Record<string, string> = {}) =>
  server.inject({ url, headers: { authorization, ...headers } });
const send = (method: 'POST' | 'PUT' | 'DELETE', url: string, payload?: string | object, type = VENDOR) =>
  server.inject({ method, url, headers: { authorization, 'content-type': type }, ...(payload && { payload }) });

describe('the registry over HTTP', () => {
  it('shows all versions of a subject, and the newest as the latest', async () => {
    expect((await get(`/subjects/${subject}/versions`)).json()).toEqual([1, 2]);
    expect((await get(`/subjects/${subject}/versions/latest`)).json()).toMatchObject({ version: 2, id: 9_000 });
    expect((await get(`/subjects/${subject}/versions/-1`)).json()).toMatchObject({ version: 2 });
    expect((await get(`/subjects/${subject}/versions/1/schema`)).body).toBe(post.schema);
    expect((await get('/schemas/ids/9000/schema')).body).toBe(next.schema);
    expect((await get('/schemas/ids/9000/subjects')).json()).toEqual([post.subject]);
    const latest = (await get(`/schemas?subjectPrefix=${subject}&latestOnly=true`)).json();
    expect(latest).toMatchObject([{ version: 2 }]);
  });

  it('answers in its own media type, and in plain JSON to who asks for nothing else and to browsers', async () => {
    expect((await get('/subjects')).headers['content-type']).toBe(VENDOR);
    for (const accept of ['application/json', 'text/html,application/xhtml+xml,*/*;q=0.8']) {
      expect((await get('/subjects', { accept })).headers['content-type']).toBe('application/json');
    }
    const refusal = await get('/subjects/x/versions', { accept: `${VENDOR}, application/json; q=0.5` });
    expect(refusal.headers['content-type']).toBe(VENDOR);
  });

  it.each([
    ['GET', `/subjects/${subject}/versions/first`, undefined, 422, 42_202],
    ['GET', `/subjects/${subject}/versions/0`, undefined, 422, 42_202],
    ['GET', '/schemas/ids/first', undefined, 404, 40_403],
    ['GET', '/nowhere', undefined, 404, 404],
    ['GET', '/config/x', undefined, 404, 40_401],
    ['POST', '/subjects/x', { schema: post.schema }, 404, 40_401],
    ['POST', `/subjects/${encodeURIComponent(SCHEMAS.at(-1)?.subject ?? '')}`, { schema: post.schema }, 404, 40_403],
    ['POST', '/subjects/things-value/versions', { schema: post.schema }, 422, 42_205],
    ['POST', `/subjects/${subject}/versions`, { schema: '{}', schemaType: 'JSON' }, 422, 42_201],
    ['POST', `/subjects/${subject}/versions`, { schema: '{"type":"record"' }, 422, 42_201],
    ['POST', `/subjects/${subject}/versions`, { schema: '['.repeat(60_000) + ']'.repeat(60_000) }, 422, 42_201],
    ['POST', `/subjects/${subject}/versions`, { text: post.schema }, 422, 422],
    ['POST', `/subjects/${subject}/versions`, '{"schema":', 400, 400],
    ['POST', `/subjects/${subject}/versions`, { schema: 'x'.repeat(300_000) }, 413, 413],
    ['PUT', '/config', { compatibility: 'NONE' }, 422, 42_205],
    ['PUT', `/config/${subject}`, { compatibility: 'BACKWARD' }, 422, 42_205],
    ['PUT', '/mode', { mode: 'READWRITE' }, 422, 42_205],
    ['PUT', '/mode/x', { mode: 'READONLY' }, 404, 40_401],
    ['DELETE', `/subjects/${subject}`, undefined, 422, 42_205],
    ['DELETE', `/subjects/${subject}/versions/1?permanent=true`, undefined, 422, 42_205],
  ] as const)('refuses %s %s', async (method, url, payload, status, code) => {
    const answer = method === 'GET' ? await get(url) : await send(method, url, payload);
    expect({ status: answer.statusCode, body: answer.json() }).toEqual({
      status,
      body: { error_code: code, message: expect.stringMatching(/\w/) },
    });
  });

  it('refuses another media type', async () => {
    const answer = await send('POST', `/subjects/${subject}/versions`, 'a=b', 'application/x-www-form-urlencoded');
    expect(answer.json()).toMatchObject({ error_code: 415 });
  });

  it('lets be set what is so already', async () => {
    expect((await send('PUT', `/config/${subject}`, { compatibility: 'FULL_TRANSITIVE' })).json()).toEqual({
      compatibility: 'FULL_TRANSITIVE',
    });
    expect((await get('/config')).json()).toEqual({ compatibilityLevel: 'FULL_TRANSITIVE' });
    expect((await get(`/mode/${subject}`)).json()).toEqual({ mode: 'READONLY' });
  });

  it('finds the version of a schema that another tool has spelt in its own way', async () => {
    const spelt = { name: post.recordName, ...(JSON.parse(post.schema) as object), namespace: undefined };
    const schema = JSON.stringify({ ...spelt, name: post.recordName, aliases: ['Reported'] });
    const answer = await send('POST', `/subjects/${subject}?normalize=true`, { schema }, 'application/json');
    expect(answer.json()).toEqual({ subject: post.subject, version: 1, id: post.id, schema: post.schema });
  });

  it('judges against one version or all, and says nothing more unless it is asked for', async () => {
    const schema = post.schema.replace('"name":"title"', '"name":"headline"');
    const one = await send('POST', `/compatibility/subjects/${subject}/versions/1?verbose=true`, { schema });
    const all = await send('POST', `/compatibility/subjects/${subject}/versions`, { schema });
    expect(one.json<{ messages: string[] }>().messages).toHaveLength(2);
    expect(all.json()).toEqual({ is_compatible: false });
  });

  it('lets nobody in without the password, health and metrics aside', async () => {
    const wrong = Buffer.from('ui:another').toString('base64');
    for (const headers of [{}, { authorization: `Basic ${wrong}` }, { authorization: 'Bearer x' }]) {
      const answer = await server.inject({ url: '/subjects', headers });
      expect([answer.statusCode, answer.headers['www-authenticate']]).toEqual([401, 'Basic realm="schema registry"']);
    }
    for (const url of ['/health/live', '/health/ready', '/metrics']) {
      expect((await server.inject({ url })).statusCode).toBe(200);
    }
    const { body } = await server.inject({ url: '/metrics' });
    expect(body).toMatch(/http_route="\/subjects\/:subject\/versions".*http_response_status_code="200"/);
  });
});
