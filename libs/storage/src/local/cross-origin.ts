import type { IncomingMessage, ServerResponse } from 'node:http';

export function allowOrigin(request: IncomingMessage, response: ServerResponse, origins: readonly string[]): void {
  response.setHeader('vary', 'Origin');
  const { origin } = request.headers;
  if (origin === undefined || !origins.includes(origin)) return;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-expose-headers', 'ETag, Content-Range, Content-Length');
}

export function answerPreflight(response: ServerResponse): void {
  response.writeHead(204, {
    'access-control-allow-methods': 'GET, PUT',
    'access-control-allow-headers': 'Content-Type, Range',
    'access-control-max-age': '600',
  });
  response.end();
}
