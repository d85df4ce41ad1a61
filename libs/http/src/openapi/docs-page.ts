import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const ASSETS = new Set(['/swagger-ui.css', '/swagger-ui-bundle.js', '/favicon-32x32.png']);

const START = `window.ui = SwaggerUIBundle({
  url: 'openapi.json',
  dom_id: '#docs',
  deepLinking: true,
  defaultModelsExpandDepth: 0,
  persistAuthorization: false,
  presets: [SwaggerUIBundle.presets.apis],
});
`;

/** Swagger UI from our own origin and files: it needs no network, no inline script, and fits a phone. */
export function serveDocsPage(instance: FastifyInstance, title: string): void {
  const page = pageOf(title);
  instance.get('/api/docs', (_request, reply) => send(reply, 'text/html; charset=utf-8', page));
  instance.get('/api/docs/start.js', (_request, reply) => send(reply, 'text/javascript; charset=utf-8', START));
  void instance.register(fastifyStatic, {
    root: assetsFolder(),
    prefix: '/api/docs/',
    decorateReply: false,
    index: false,
    cacheControl: false,
    allowedPath: (path) => ASSETS.has(path),
    setHeaders: (reply) => void reply.header('cache-control', 'public, max-age=3600'),
  });
}

function send(reply: FastifyReply, type: string, body: string): FastifyReply {
  return reply.headers({ 'content-type': type, 'content-security-policy': POLICY }).send(body);
}

/** The assets belong to @nestjs/swagger, so they are looked up from there. */
function assetsFolder(): string {
  const ours = createRequire(import.meta.url);
  const theirs = createRequire(ours.resolve('@nestjs/swagger/package.json'));
  return dirname(theirs.resolve('swagger-ui-dist/package.json'));
}

function pageOf(title: string): string {
  const name = title.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<!doctype html>
<html lang="en">
<head>
  <meta charset="utf-8">
  <meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${name}</title>
  <link rel="icon" type="image/png" href="docs/favicon-32x32.png">
  <link rel="stylesheet" href="docs/swagger-ui.css">
</head>
<body>
  <div id="docs"></div>
  <script src="docs/swagger-ui-bundle.js"></script>
  <script src="docs/start.js"></script>
</body>
</html>
`;
}
