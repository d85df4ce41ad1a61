import type { KeyObject } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { byteRange } from '../../src/local/byte-range.ts';
import { Refused } from './fake-objects.ts';
import type { FakeObject, FakeObjects } from './fake-objects.ts';
import { checkSignedRequest } from './fake-signed-requests.ts';
import { wholeBody } from './fake-uploads.ts';

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
}

export function serveMedia(request: IncomingMessage, response: ServerResponse, object: FakeObject, more = {}): void {
  const { bytes, resource } = object;
  const range = byteRange(request.headers.range, bytes.length);
  if (range === 'unsatisfiable') throw new Refused(416, 'InvalidRange');
  const part = range === undefined ? bytes : bytes.subarray(range.start, range.end + 1);
  response.writeHead(range === undefined ? 200 : 206, {
    'content-type': resource.contentType,
    'content-length': part.length,
    'x-goog-generation': resource.generation,
    'x-goog-hash': `crc32c=${resource.crc32c},md5=${String(resource['md5Hash'])}`,
    'x-goog-stored-content-encoding': 'identity',
    'x-goog-stored-content-length': bytes.length,
    'last-modified': new Date(String(resource['updated'])).toUTCString(),
    ...(range && { 'content-range': `bytes ${range.start}-${range.end}/${bytes.length}` }),
    ...more,
  });
  response.end(part);
}

/** The XML API: signed addresses only, with the length range and the precondition that their headers name. */
export async function serveXml(objects: FakeObjects, exchange: Exchange, key: KeyObject, now: Date): Promise<void> {
  const { request, response, url } = exchange;
  checkSignedRequest(request, url, key, now);
  const [, bucket, ...path] = url.pathname.split('/');
  if (bucket !== objects.bucket) throw new Refused(404, 'NoSuchBucket');
  const name = decodeURIComponent(path.join('/'));
  if (request.method === 'GET') {
    const disposition = url.searchParams.get('response-content-disposition');
    const more = disposition === null ? {} : { 'content-disposition': disposition };
    return serveMedia(request, response, objects.get(name), more);
  }
  if (request.method !== 'PUT') throw new Refused(405, 'MethodNotAllowed');
  const bytes = await wholeBody(request);
  checkLength(request.headers['x-goog-content-length-range'], bytes.length);
  const contentType = request.headers['content-type'] ?? 'application/octet-stream';
  const generation = request.headers['x-goog-if-generation-match'];
  const { resource } = objects.put(name, bytes, { contentType }, generation === undefined ? null : String(generation));
  response.writeHead(200, { etag: `"${String(resource['md5Hash'])}"`, 'content-length': 0 }).end();
}

function checkLength(header: string | string[] | undefined, length: number): void {
  if (header === undefined) return;
  const [min = 0, max = 0] = String(header).split(',').map(Number);
  if (length > max) throw new Refused(400, 'EntityTooLarge', 'Your proposed upload is larger than the maximum.');
  if (length < min) throw new Refused(400, 'EntityTooSmall', 'Your proposed upload is smaller than the minimum.');
}
