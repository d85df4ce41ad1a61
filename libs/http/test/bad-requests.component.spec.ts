import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Problem } from '../src/index.ts';
import { changes, startSampleApp } from './sample-app.ts';

interface BadRequest {
  readonly name: string;
  readonly method?: string;
  readonly path?: string;
  readonly type?: string;
  readonly body?: string;
  readonly status: number;
  readonly code: string;
  readonly fields?: readonly string[];
}

const valid = '{"title":"Umbrella"}';
const json = 'application/json';

const BAD: readonly BadRequest[] = [
  { name: 'malformed JSON', body: '{"title":', status: 400, code: 'request.malformed_json' },
  { name: 'an empty JSON body', body: '', status: 400, code: 'request.body_missing' },
  { name: 'a poisoned prototype', body: '{"title":"abc","__proto__":{}}', status: 400, code: 'request.malformed_json' },
  { name: 'a NUL character', body: '{"title":"ab\\u0000c"}', status: 400, code: 'request.invalid_text' },
  { name: 'half a surrogate pair', body: '{"title":"ab\\ud800c"}', status: 400, code: 'request.invalid_text' },
  {
    name: 'deeply nested JSON',
    body: '['.repeat(4e4) + ']'.repeat(4e4),
    status: 400,
    code: 'request.invalid',
    fields: [':type'],
  },
  { name: 'JSON that is no object', body: '[]', status: 400, code: 'request.invalid', fields: [':type'] },
  { name: 'a missing field', body: '{}', status: 400, code: 'request.invalid', fields: ['title:required'] },
  { name: 'a wrong type', body: '{"title":5}', status: 400, code: 'request.invalid', fields: ['title:type'] },
  {
    name: 'a value out of range',
    body: '{"title":"abc","place":{"lat":91}}',
    status: 400,
    code: 'request.invalid',
    fields: ['place.lat:too_big'],
  },
  {
    name: 'unknown fields',
    body: '{"title":"abc","orgId":"x","place":{"lat":1,"z":2}}',
    status: 400,
    code: 'request.invalid',
    fields: ['place.z:unknown', 'orgId:unknown'],
  },
  { name: 'a body over the limit', body: `{"title":"${'x'.repeat(200_000)}"}`, status: 413, code: 'request.too_large' },
  { name: 'plain text', type: 'text/plain', body: valid, status: 415, code: 'request.media_type' },
  {
    name: 'a form',
    type: 'application/x-www-form-urlencoded',
    body: 'title=abc',
    status: 415,
    code: 'request.media_type',
  },
  { name: 'a content type that is none', type: 'nonsense', body: valid, status: 415, code: 'request.media_type' },
  { name: 'an unknown address', path: '/api/v1/nothing', body: valid, status: 404, code: 'route.unknown' },
  { name: 'a method this address has not', method: 'PUT', body: valid, status: 405, code: 'route.method_not_allowed' },
  { name: 'a malformed address', method: 'GET', path: '/api/v1/items/%zz', status: 400, code: 'request.malformed_url' },
  {
    name: 'NUL in the address',
    method: 'GET',
    path: '/api/v1/items?limit=%00',
    status: 400,
    code: 'request.invalid_text',
  },
  {
    name: 'an endless address',
    method: 'DELETE',
    path: `/api/v1/items/${'a'.repeat(8_000)}`,
    status: 400,
    code: 'request.invalid',
    fields: ['id:format'],
  },
  {
    name: 'an id that is none',
    method: 'DELETE',
    path: '/api/v1/items/1',
    status: 400,
    code: 'request.invalid',
    fields: ['id:format'],
  },
  {
    name: 'a query out of range',
    method: 'GET',
    path: '/api/v1/items?limit=101',
    status: 400,
    code: 'request.invalid',
    fields: ['limit:too_big'],
  },
  {
    name: 'an unknown query field',
    method: 'GET',
    path: '/api/v1/items?colour=red',
    status: 400,
    code: 'request.invalid',
    fields: ['colour:unknown'],
  },
];

describe('a bad request', () => {
  let sample: Awaited<ReturnType<typeof startSampleApp>>;
  beforeAll(async () => (sample = await startSampleApp({ bodyLimitBytes: 100_000 })));
  afterAll(() => sample.app.close());

  it.each(BAD)('with $name is refused as $status $code and changes nothing', async (bad) => {
    const before = changes.length;
    const answer = await fetch(sample.url + (bad.path ?? '/api/v1/items'), {
      method: bad.method ?? 'POST',
      ...(bad.body !== undefined && { body: bad.body, headers: { 'content-type': bad.type ?? json } }),
    });
    const problem = (await answer.json()) as Problem;

    expect({ status: answer.status, type: answer.headers.get('content-type') }).toEqual({
      status: bad.status,
      type: 'application/problem+json',
    });
    expect(problem).toMatchObject({ type: 'about:blank', status: bad.status, code: bad.code });
    expect(problem.traceId).toMatch(/^[0-9a-f-]{32,36}$/);
    expect(answer.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    const fields = (problem.errors ?? []).map((one) => `${one.path}:${one.code}`);
    expect(fields).toEqual(bad.fields ?? []);
    expect(changes).toHaveLength(before);
  });

  it('never gets its own values back', async () => {
    const body = JSON.stringify({ title: 'S3CR3T-VALUE-THAT-IS-TOO-LONG', secret: 'S3CR3T', place: { lat: 'S3CR3T' } });
    const answer = await fetch(`${sample.url}/api/v1/items`, {
      method: 'POST',
      body,
      headers: { 'content-type': json },
    });
    const text = await answer.text();
    expect(answer.status).toBe(400);
    expect(text).not.toContain('S3CR3T');
  });
});
