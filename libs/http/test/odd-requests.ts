import type { Asked } from './ask.ts';

export interface Route {
  readonly method: string;
  /** As the document says it: `/api/v1/posts/{id}`. */
  readonly path: string;
}

const JSON_TYPE = { 'content-type': 'application/json' };
const SOME_ID = '0199aaaa-bbbb-7ccc-8ddd-eeeeeeeeeeee';

const at = (path: string, id = SOME_ID) => path.replaceAll(/\{[^}]+\}/g, id);
const withPath =
  (id: string, query = '') =>
  ({ method, path }: Route): Asked => ({ method, path: at(path, id) + query });
const withHeaders =
  (headers: Record<string, string | string[]>) =>
  ({ method, path }: Route): Asked => ({ method, path: at(path), headers });
const withBody =
  (body: string, headers: Record<string, string> = JSON_TYPE) =>
  ({ method, path }: Route): Asked => ({
    method,
    path: at(path),
    body,
    headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
  });

/** What clients, scanners and mistakes send to a route, whatever it takes. */
export const ODD_REQUESTS: Readonly<Record<string, (route: Route) => Asked>> = {
  'nothing but the address': withPath(SOME_ID),
  'an id that is none': withPath('1'),
  'a very long id': withPath('a'.repeat(6_000)),
  'an id with an encoded slash': withPath('..%2f..%2fetc'),
  'an id with NUL': withPath('a%00b'),
  'an id that is badly encoded': withPath('%zz'),
  'an id in another script': withPath('%E5%A4%B1'),
  'a query nobody knows': withPath(SOME_ID, '?colour=red&limit=0&cursor=x&limit=2'),
  'NUL in the query': withPath(SOME_ID, '?q=%00'),
  'a badly encoded query': withPath(SOME_ID, '?q=%zz&=&&&'),
  'a very long query': withPath(SOME_ID, `?q=${'a'.repeat(8_000)}`),
  'a token that is none': withHeaders({ authorization: 'Bearer nonsense' }),
  'another scheme': withHeaders({ authorization: 'Basic YTpi' }),
  'an empty authorization': withHeaders({ authorization: '' }),
  'conditions that are none': withHeaders({ 'if-match': 'x', 'if-none-match': 'x', 'last-event-id': 'x'.repeat(300) }),
  'conditions that always hold': withHeaders({ 'if-match': '*', 'if-none-match': '*' }),
  'a condition on an old version': withHeaders({ 'if-match': '"0"', 'if-none-match': '"0"' }),
  'a key that is none': withHeaders({ 'idempotency-key': 'with blank' }),
  'two keys': withHeaders({ 'idempotency-key': ['a', 'b'] }),
  'ids that are none': withHeaders({ 'x-request-id': '<x>', traceparent: '00-zz' }),
  'a wish for something else than JSON': withHeaders({ accept: 'application/xml', range: 'bytes=0-1' }),
  'headers without end': withHeaders({ 'x-padding': 'x'.repeat(20_000) }),
  'JSON that is cut': withBody('{"title":'),
  'JSON that is null': withBody('null'),
  'an empty object': withBody('{}'),
  'an array': withBody('[]'),
  'an empty body that says it is JSON': withBody(''),
  'NUL in a text': withBody('{"title":"a\\u0000"}'),
  'a poisoned prototype': withBody('{"__proto__":{"a":1}}'),
  'deeply nested JSON': withBody('['.repeat(20_000) + ']'.repeat(20_000)),
  'plain text': withBody('hello', { 'content-type': 'text/plain' }),
  'a form': withBody('a=b', { 'content-type': 'application/x-www-form-urlencoded' }),
  'a form with files that is none': withBody('x', { 'content-type': 'multipart/form-data' }),
  'a media type that is none': withBody('{}', { 'content-type': 'nonsense' }),
  'a body without a media type': withBody('{}', {}),
  'a body that is said to be huge': ({ method, path }) => ({
    method,
    path: at(path),
    headers: { ...JSON_TYPE, 'content-length': '99999999999' },
  }),
};
