import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export interface ScriptedRequest {
  readonly method: string;
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

/** `silence` never answers; `cut` breaks off in the middle of an answer. */
export type ScriptedAnswer =
  | 'silence'
  | 'cut'
  | { readonly status: number; readonly body: unknown }
  | { readonly status: number; readonly html: string };

export const found = (body: unknown): ScriptedAnswer => ({ status: 200, body });
export const refused = (status: number, code: number, message = 'no'): ScriptedAnswer => ({
  status,
  body: { error_code: code, message },
});

/** A registry that does as it is told, for what a real one cannot be made to do. */
export class ScriptedRegistry {
  readonly requests: ScriptedRequest[] = [];
  answer: (request: ScriptedRequest) => ScriptedAnswer | Promise<ScriptedAnswer> = () => refused(404, 40_403);
  readonly #server: Server = createServer((request, response) => void this.#serve(request, response));

  static async open(): Promise<ScriptedRegistry> {
    const registry = new ScriptedRegistry();
    await new Promise<void>((resolve) => registry.#server.listen(0, '127.0.0.1', resolve));
    return registry;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** The requests as lines: `GET /schemas/ids/1`. */
  get asked(): string[] {
    return this.requests.map(({ method, path }) => `${method} ${decodeURIComponent(path)}`);
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const sent = await text(request);
    const { method = '', url: path = '', headers } = request;
    const body: unknown = sent === '' ? undefined : JSON.parse(sent);
    const seen = { method, path, authorization: headers.authorization, body };
    this.requests.push(seen);
    const answer = await this.answer(seen);
    if (answer === 'silence') return;
    if (answer === 'cut') {
      response.writeHead(200, { 'content-length': 1_000 });
      response.write('{"id":');
      setImmediate(() => response.destroy());
      return;
    }
    const isHtml = 'html' in answer;
    response.writeHead(answer.status, { 'content-type': isHtml ? 'text/html' : 'application/json' });
    response.end(isHtml ? answer.html : JSON.stringify(answer.body));
  }
}
