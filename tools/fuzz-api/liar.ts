import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const OBJECT = { type: 'object', required: ['ok'], properties: { ok: { type: 'boolean' } } };
const RESPONSES = { 200: { description: 'Done.', content: { 'application/json': { schema: OBJECT } } } };

/** Each is documented as the first is, and answers something else. */
const ANSWERS: Readonly<Record<string, readonly [status: number, type: string, body: string]>> = {
  '/honest': [200, 'application/json', '{"ok":true}'],
  '/breaks': [500, 'application/json', '{"ok":false}'],
  '/undocumented': [418, 'application/json', '{"ok":true}'],
  '/of-another-type': [200, 'text/html', '<p>ok</p>'],
  '/of-another-shape': [200, 'application/json', '{"ok":"yes"}'],
};

/** The routes whose answers are lies; whoever looks for lies must find these, and no other. */
export const LIES: readonly string[] = Object.keys(ANSWERS)
  .filter((path) => path !== '/honest')
  .map((path) => `GET ${path}`);

/** A service whose document is not true. */
export async function startLiar(): Promise<{ readonly address: string; readonly server: Server }> {
  const paths = Object.fromEntries(Object.keys(ANSWERS).map((path) => [path, { get: { responses: RESPONSES } }]));
  const document = { openapi: '3.1.0', info: { title: 'Liar', version: '1' }, paths };
  const server = createServer(({ url = '', method }, reply) => {
    if (url === '/api/openapi.json') return reply.end(JSON.stringify(document));
    const [status, type, body] = ANSWERS[url] ?? [404, 'application/json', '{}'];
    if (method !== 'GET') return reply.writeHead(405, { allow: 'GET' }).end();
    return reply.writeHead(status, { 'content-type': type }).end(body);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}
