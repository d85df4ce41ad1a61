import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { currentContext } from '@foundnow/telemetry';
import { isObjectKey } from '../object-key.ts';
import type { ObjectStore } from '../object-store.port.ts';
import { missingObject } from '../storage-errors.ts';
import { acceptUpload } from './accept-upload.ts';
import { allowOrigin, answerPreflight } from './cross-origin.ts';
import { answerProblem, type ReportFailure } from './object-problem.ts';
import { serveObject } from './serve-object.ts';
import type { UrlSigner } from './url-signer.ts';

export interface ObjectHandlerOptions {
  /** The path under which it is mounted: `/objects`. */
  readonly basePath: string;
  /** Pages of these origins may upload and download. */
  readonly corsOrigins?: readonly string[];
  /** An upload that sends nothing for so long is broken off. */
  readonly idleTimeoutMs?: number;
  /** Where an operator looks for the trace id that a caller quotes. */
  readonly report?: ReportFailure;
}

export type ObjectHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Serves signed addresses: for plain node:http, or Fastify through `objectRoutes`. Never rejects. */
export function createObjectHandler(
  store: ObjectStore,
  signer: UrlSigner,
  options: ObjectHandlerOptions,
): ObjectHandler {
  const base = `${options.basePath.replace(/\/+$/, '')}/`;
  const idleTimeoutMs = options.idleTimeoutMs ?? 30_000;
  return async (request, response) => {
    try {
      allowOrigin(request, response, options.corsOrigins ?? []);
      if (request.method === 'OPTIONS') return answerPreflight(response);
      const [path, query] = splitOnce(request.url ?? '', '?');
      const grant = signer.verify(request.method ?? '', keyIn(path, base), new URLSearchParams(query));
      if (grant.method === 'PUT') await acceptUpload(store, grant, { request, response, idleTimeoutMs });
      else await serveObject(store, grant, request, response);
    } catch (error) {
      const { traceId = randomUUID() } = currentContext();
      answerProblem(error, { request, response, traceId, report: options.report });
    }
  };
}

function keyIn(path: string, base: string): string {
  const key = path.startsWith(base) ? path.slice(base.length) : '';
  if (!isObjectKey(key)) throw missingObject();
  return key;
}

function splitOnce(text: string, sign: string): [string, string] {
  const at = text.indexOf(sign);
  return at < 0 ? [text, ''] : [text.slice(0, at), text.slice(at + 1)];
}
