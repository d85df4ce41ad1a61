import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { missingObject } from '../storage-errors.ts';
import type { ObjectStore } from '../object-store.port.ts';
import { byteRange } from './byte-range.ts';
import type { Grant } from './url-signer.ts';

/** An object may hold anything that somebody uploaded, so a browser shows it as what it was declared, and runs nothing. */
const HARMLESS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'cross-origin-resource-policy': 'cross-origin',
  'referrer-policy': 'no-referrer',
};

export async function serveObject(
  store: ObjectStore,
  grant: Grant,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const info = await store.stat(grant.key);
  if (info === undefined) throw missingObject();
  const etag = `"${info.etag}"`;
  const headers = {
    ...HARMLESS,
    etag,
    'accept-ranges': 'bytes',
    'cache-control': 'private, no-cache',
    'last-modified': info.updatedAt.toUTCString(),
  };
  if (request.headers['if-none-match'] === etag) return void response.writeHead(304, headers).end();
  const ifRange = request.headers['if-range'];
  const range = ifRange === undefined || ifRange === etag ? byteRange(request.headers.range, info.size) : undefined;
  if (range === 'unsatisfiable') {
    return void response.writeHead(416, { ...headers, 'content-range': `bytes */${info.size}` }).end();
  }
  const { info: served, body } = await store.get(grant.key, range && { range });
  if (served.etag !== info.etag) {
    // It was replaced between the two looks: what was said about the old one does not hold for these bytes.
    body.destroy();
    return serveObject(store, grant, request, response);
  }
  const { start, end } = range ?? { start: 0, end: info.size - 1 };
  response.writeHead(range === undefined ? 200 : 206, {
    ...headers,
    'content-type': info.contentType,
    'content-length': end - start + 1,
    ...(range && { 'content-range': `bytes ${start}-${end}/${info.size}` }),
    ...(grant.downloadName && { 'content-disposition': `attachment; filename="${grant.downloadName}"` }),
  });
  await pipeline(body, response);
}
