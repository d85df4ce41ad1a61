import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { FakeObjects, Refused } from './fake-objects.ts';
import { serveMedia, serveXml } from './fake-media.ts';
import { FakeUploads } from './fake-uploads.ts';

/** What befalls a request: an answer instead of the work, an answer after the work, a cut connection, a pause. */
export type Fault = { status: number; workDone?: boolean } | { cutAfterBytes: number } | { pauseMs: number };

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** Cloud Storage as its clients meet it: the JSON API, and the XML API with V4 signed addresses. */
export class FakeGcs {
  readonly bucket = 'foundnow-photos';
  /** Options by which a client signs as an account that the service knows. */
  readonly signIn = {
    credentials: {
      client_email: 'photos@demo.iam.gserviceaccount.com',
      private_key: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    },
  };
  /** Taken by the next requests, one each. */
  readonly faults: Fault[] = [];
  /** Refuses the first request of each kind, with 503 and 429 in turn. */
  refuseEachOnce = false;
  readonly #refused = new Set<string>();
  readonly objects: FakeObjects;
  readonly #uploads: FakeUploads;
  readonly #server = createServer((request, response) => void this.#serve(request, response));

  constructor(private readonly now: () => Date) {
    this.objects = new FakeObjects(this.bucket, now);
    this.#uploads = new FakeUploads(this.objects);
  }

  async start(): Promise<string> {
    await new Promise<void>((done) => this.#server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', `http://${request.headers.host}`);
    const isJson = url.pathname.startsWith('/storage/v1/') || url.pathname.startsWith('/upload/');
    const fault = this.faults.shift() ?? this.#firstRefusal(request, url);
    try {
      if (fault !== undefined && 'pauseMs' in fault) await delay(fault.pauseMs);
      if (fault !== undefined && 'cutAfterBytes' in fault) cutAfter(request, fault.cutAfterBytes);
      if (fault !== undefined && 'status' in fault) {
        if (fault.workDone === true) await this.#work(request, url);
        throw new Refused(fault.status, 'backendError');
      }
      if (isJson) await this.#json(request, response, url);
      else await serveXml(this.objects, { request, response, url }, keys.publicKey, this.now());
    } catch (error) {
      if (!response.headersSent && !request.socket.destroyed) refuse(response, error, isJson);
    }
  }

  #firstRefusal(request: IncomingMessage, url: URL): Fault | undefined {
    const kind = [request.method, url.pathname, url.searchParams.get('name'), url.searchParams.get('alt')].join(' ');
    if (!this.refuseEachOnce || this.#refused.has(kind)) return undefined;
    this.#refused.add(kind);
    return { status: this.#refused.size % 2 === 0 ? 429 : 503 };
  }

  async #json(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const [, name] = /^\/storage\/v1\/b\/[^/]+\/o\/([^/]+)$/.exec(url.pathname) ?? [];
    if (request.method === 'GET' && name !== undefined && url.searchParams.get('alt') === 'media') {
      const object = this.objects.get(decodeURIComponent(name), url.searchParams.get('generation'));
      return serveMedia(request, response, object);
    }
    const answer = url.pathname.startsWith('/upload/')
      ? (await this.#uploads.serve(request, response, url))?.resource
      : await this.#work(request, url);
    if (response.headersSent || request.socket.destroyed) return;
    if (answer === undefined) return void response.writeHead(204).end();
    response.writeHead(200, { 'content-type': 'application/json; charset=UTF-8' }).end(JSON.stringify(answer));
  }

  async #work(request: IncomingMessage, url: URL): Promise<object | undefined> {
    const { pathname, searchParams } = url;
    if (pathname.startsWith('/upload/')) {
      const unheard = { writeHead: () => ({ end: () => {} }) } as unknown as ServerResponse;
      return (await this.#uploads.serve(request, unheard, url))?.resource;
    }
    const [, bucket, name, target] =
      /^\/storage\/v1\/b\/([^/]+)\/o(?:\/([^/]+))?(?:\/rewriteTo\/b\/[^/]+\/o\/([^/]+))?$/.exec(pathname) ?? [];
    if (bucket !== this.bucket) throw new Refused(404, 'notFound', 'The specified bucket does not exist.');
    if (name === undefined) {
      const after = Buffer.from(searchParams.get('pageToken') ?? '', 'base64').toString();
      const page = this.objects.list(searchParams.get('prefix') ?? '', after, Number(searchParams.get('maxResults')));
      return { kind: 'storage#objects', ...page, items: page.items.map(({ resource }) => resource) };
    }
    if (target !== undefined) {
      const { bytes, resource } = this.objects.get(decodeURIComponent(name));
      const about = { contentType: resource.contentType, metadata: resource['metadata'] };
      const copied = this.objects.put(decodeURIComponent(target), bytes, about, searchParams.get('ifGenerationMatch'));
      return {
        kind: 'storage#rewriteResponse',
        done: true,
        objectSize: String(bytes.length),
        resource: copied.resource,
      };
    }
    if (request.method !== 'DELETE') return this.objects.get(decodeURIComponent(name)).resource;
    this.objects.delete(decodeURIComponent(name));
    return undefined;
  }
}

function cutAfter(request: IncomingMessage, bytes: number): void {
  let left = bytes;
  request.on('data', (chunk: Buffer) => {
    left -= chunk.length;
    if (left <= 0) request.socket.destroy();
  });
  request.pause();
  if (bytes === 0) request.socket.destroy();
}

function refuse(response: ServerResponse, error: unknown, asJson: boolean): void {
  const { status, reason, message } =
    error instanceof Refused ? error : new Refused(500, 'internalError', String(error));
  if (asJson) {
    const body = { error: { code: status, message, errors: [{ domain: 'global', reason, message }] } };
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  } else {
    const body = `<?xml version='1.0' encoding='UTF-8'?><Error><Code>${reason}</Code><Message>${message}</Message></Error>`;
    response.writeHead(status, { 'content-type': 'application/xml' }).end(body);
  }
}
