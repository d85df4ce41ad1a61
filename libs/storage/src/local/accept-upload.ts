import type { IncomingMessage, ServerResponse } from 'node:http';
import { DomainError } from '@foundnow/kernel';
import { limitLength, tooLarge, tooSmall } from '../limit-length.ts';
import type { ObjectStore } from '../object-store.port.ts';
import { bodyOf } from './upload-body.ts';
import type { Grant } from './url-signer.ts';

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly idleTimeoutMs: number;
}

/** Takes a body of the length and type that were granted. Nothing is left of one that breaks off or goes beyond. */
export async function acceptUpload(store: ObjectStore, grant: Grant, exchange: Exchange): Promise<void> {
  const { request, response, idleTimeoutMs } = exchange;
  if (request.headers['content-type'] !== grant.contentType) {
    throw new DomainError(
      'storage.content_type',
      'unsupported-media',
      `This address takes ${grant.contentType} only: send exactly that Content-Type.`,
    );
  }
  const announced = request.headers['content-length'];
  if (announced !== undefined && Number(announced) > grant.maxBytes) throw tooLarge(grant.maxBytes);
  if (announced !== undefined && Number(announced) < grant.minBytes) throw tooSmall(grant.minBytes);
  const body = limitLength(bodyOf(request, idleTimeoutMs), grant.minBytes, grant.maxBytes);
  const info = await store.put(grant.key, body, { contentType: grant.contentType, ifAbsent: !grant.mayReplace });
  response.writeHead(200, { etag: `"${info.etag}"`, 'content-length': 0 });
  response.end();
}
