import { once } from 'node:events';
import {
  type ClientHttp2Session,
  connect,
  constants,
  createServer,
  type IncomingHttpHeaders,
  type ServerHttp2Session,
  type ServerHttp2Stream,
} from 'node:http2';
import type { AddressInfo } from 'node:net';

/** What becomes of one call: it passes, is refused with a gRPC status, is done and the answer lost, or hangs in silence. */
export type Fault = 'none' | 'lose-answer' | 'silence' | { readonly status: number };

export type Judge = (method: string, request: Buffer) => Fault;

const UNAVAILABLE = 14;

/** Stands between a client and a Pub/Sub server, of whatever make, and does to their calls what networks do. */
export class FaultyProxy {
  /** Asked for each call, by its method (`Publish`) and the first bytes of its request. */
  judge: Judge = () => 'none';
  readonly calls: string[] = [];
  private readonly server = createServer();
  private readonly sessions = new Set<ServerHttp2Session>();
  private upstream: ClientHttp2Session | undefined;
  private away = false;

  private constructor(private readonly target: string) {
    this.server.on('session', (session) => {
      this.sessions.add(session);
      session.on('error', () => undefined).on('close', () => this.sessions.delete(session));
      if (this.away) session.destroy();
    });
    this.server.on('stream', (stream, headers) => this.serve(stream as ServerHttp2Stream, headers));
  }

  static async start(target: string): Promise<FaultyProxy> {
    const proxy = new FaultyProxy(target);
    proxy.server.listen(0, '127.0.0.1');
    await once(proxy.server, 'listening');
    return proxy;
  }

  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Cuts all connections and takes no new ones, until `comeBack`. */
  goAway(): void {
    this.away = true;
    for (const session of this.sessions) session.destroy();
  }

  comeBack(): void {
    this.away = false;
  }

  async close(): Promise<void> {
    this.goAway();
    this.upstream?.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private serve(stream: ServerHttp2Stream, headers: IncomingHttpHeaders): void {
    const method = String(headers[':path']).split('/').at(-1) ?? '';
    this.calls.push(method);
    stream.on('error', () => undefined);
    stream.once('data', (first: Buffer) => {
      const fault = this.judge(method, first);
      if (fault === 'silence') stream.resume();
      else if (typeof fault === 'object') refuse(stream, fault.status);
      else this.forward(stream, headers, { first, loseAnswer: fault === 'lose-answer' });
    });
  }

  private forward(
    stream: ServerHttp2Stream,
    headers: IncomingHttpHeaders,
    { first, loseAnswer }: { first: Buffer; loseAnswer: boolean },
  ): void {
    if (this.upstream === undefined || this.upstream.destroyed) {
      this.upstream = connect(`http://${this.target}`).on('error', () => undefined);
    }
    const request = this.upstream.request({ ...headers, ':authority': this.target });
    request.on('error', () => stream.close(constants.NGHTTP2_INTERNAL_ERROR));
    stream.on('close', () => request.close(constants.NGHTTP2_CANCEL));
    request.write(first);
    stream.pipe(request);
    let trailers: IncomingHttpHeaders = {};
    request.on('trailers', (received: IncomingHttpHeaders) => (trailers = received));
    if (loseAnswer) {
      request.resume().on('end', () => refuse(stream, UNAVAILABLE));
      return;
    }
    request.on('response', (answer, flags) => {
      if (stream.destroyed) return;
      const isWhole = (flags & constants.NGHTTP2_FLAG_END_STREAM) !== 0;
      stream.respond(answer, isWhole ? { endStream: true } : { waitForTrailers: true });
      if (!isWhole) request.pipe(stream);
    });
    stream.on('wantTrailers', () => stream.sendTrailers(trailers));
  }
}

function refuse(stream: ServerHttp2Stream, status: number): void {
  if (stream.destroyed) return;
  stream.respond(
    {
      ':status': 200,
      'content-type': 'application/grpc',
      'grpc-status': String(status),
      'grpc-message': 'refused here',
    },
    { endStream: true },
  );
}
