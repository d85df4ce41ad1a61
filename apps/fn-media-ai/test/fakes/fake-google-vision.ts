import type { IncomingMessage, ServerResponse } from 'node:http';
import { LocalServer } from './local-server.ts';

export type GoogleAct =
  | { readonly annotation: object }
  | { readonly status: number; readonly reason: string; readonly retrySeconds?: number }
  | { readonly raw: string }
  | 'silence'
  | 'cut-connection';

interface AnnotateRequest {
  readonly image: { readonly content: string };
  readonly features: ReadonlyArray<{ readonly type: string | number }>;
}

export const A_BACKPACK = {
  labelAnnotations: [
    { mid: '/m/01940j', description: 'Backpack', score: 0.97, topicality: 0.5 },
    { mid: '/m/083jv', description: 'Electric blue', score: 0.7 },
  ],
  logoAnnotations: [{ mid: '/m/0x', description: 'Northpeak', score: 0.8 }],
  localizedObjectAnnotations: [{ mid: '/m/01940j', name: 'Backpack', score: 0.91, boundingPoly: {} }],
  textAnnotations: [{ locale: 'en', description: 'NORTHPEAK\n40 L' }, { description: 'NORTHPEAK' }],
  safeSearchAnnotation: { adult: 'VERY_UNLIKELY', violence: 'UNLIKELY', racy: 'POSSIBLE' },
};

/** Answers images:annotate as Cloud Vision does over REST, with its error bodies. */
export class FakeGoogleVision {
  /** Taken by the next requests, one each; after that every photo shows a backpack. */
  readonly acts: GoogleAct[] = [];
  readonly asked: AnnotateRequest[] = [];
  readonly #server = new LocalServer((request, body, response) => this.#serve(request, body, response));

  get url(): string {
    return this.#server.url;
  }

  async start(): Promise<this> {
    await this.#server.start();
    return this;
  }

  stop(): Promise<void> {
    return this.#server.stop();
  }

  #serve(request: IncomingMessage, body: Buffer, response: ServerResponse): void {
    if (request.method !== 'POST' || !request.url?.startsWith('/v1/images:annotate')) {
      return fail(response, { status: 404, reason: 'NOT_FOUND' });
    }
    if (!request.headers.authorization?.startsWith('Bearer ')) {
      return fail(response, { status: 401, reason: 'UNAUTHENTICATED' });
    }
    const { requests } = JSON.parse(body.toString()) as { requests: AnnotateRequest[] };
    this.asked.push(...requests);
    const act = this.acts.shift() ?? { annotation: A_BACKPACK };
    if (act === 'silence') return;
    if (act === 'cut-connection') return void response.socket?.destroy();
    if ('status' in act) return fail(response, act);
    response.writeHead(200, { 'content-type': 'application/json; charset=UTF-8' });
    response.end('raw' in act ? act.raw : JSON.stringify({ responses: requests.map(() => act.annotation) }));
  }
}

function fail(
  response: ServerResponse,
  { status: code, reason: status, retrySeconds }: Extract<GoogleAct, { status: number }>,
): void {
  const info = { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: `${retrySeconds ?? 0}s` };
  const details = retrySeconds === undefined ? [] : [info];
  const error = { code, status, message: `${status}: the request said very secret things.`, details };
  response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify({ error }));
}
