import type { IncomingMessage, ServerResponse } from 'node:http';
import { aFinding } from '../vision-question.builder.ts';
import { bodyError, type ClaudeBody, type ClaudeError, headerError } from './claude-request-checks.ts';
import { LocalServer } from './local-server.ts';

/** What the next request meets. An `answer` that is no text is written as JSON, as the model would. */
export type ClaudeAct =
  | { readonly answer: unknown; readonly stop?: string; readonly thinking?: true }
  | {
      readonly status: number;
      readonly type?: string;
      readonly code?: string;
      readonly headers?: Record<string, string>;
    }
  | { readonly raw: string; readonly contentType?: string }
  | 'silence'
  | 'cut-connection'
  | 'cut-answer'
  | 'dripping'
  | 'endless'
  | 'redirect';

const TYPES: Readonly<Record<number, string>> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  402: 'billing_error',
  403: 'permission_error',
  404: 'not_found_error',
  413: 'request_too_large',
  429: 'rate_limit_error',
  504: 'timeout_error',
  529: 'overloaded_error',
};
const MOST_BYTES = 32 * 1024 * 1024;

/** Answers POST /v1/messages as the Claude API does: its checks, its messages, its errors, its bad days. */
export class FakeClaudeApi {
  readonly apiKey = 'sk-ant-planted-7f3a9c51e8';
  readonly models = ['claude-haiku-5-5', 'claude-sonnet-5-5'];
  /** Taken by the next requests, one each; after that every photo shows a backpack. */
  readonly acts: ClaudeAct[] = [];
  readonly asked: ClaudeBody[] = [];
  usage = { input_tokens: 2_000, output_tokens: 300 };
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

  #serve(request: IncomingMessage, bytes: Buffer, response: ServerResponse): void {
    if (request.method !== 'POST' || request.url !== '/v1/messages') return fail(response, 404);
    if (bytes.length > MOST_BYTES) return fail(response, 413);
    const stopped = headerError(request.headers, this.apiKey);
    if (stopped !== undefined) return say(response, stopped);
    const body = JSON.parse(bytes.toString()) as ClaudeBody;
    this.asked.push(body);
    const act = this.acts.shift() ?? { answer: aFinding() };
    if (typeof act === 'string') return misbehave(act, response);
    if ('status' in act) return fail(response, act.status, act);
    const wrong = bodyError(body, this.models);
    if (wrong !== undefined) return say(response, wrong);
    if ('raw' in act) return void response.writeHead(200, headersOf(act.contentType)).end(act.raw);
    response.writeHead(200, headersOf()).end(JSON.stringify(this.#message(body.model, act)));
  }

  #message(model: string, { answer, stop = 'end_turn', thinking }: Extract<ClaudeAct, { answer: unknown }>): object {
    const text = typeof answer === 'string' ? answer : JSON.stringify(answer);
    const thought = { type: 'thinking', thinking: '', signature: 'c2lnbmF0dXJl' };
    const refusal = { type: 'refusal', category: null, explanation: 'no' };
    return {
      id: 'msg_01XFDUDYJgAACzvnptvVoYEL',
      type: 'message',
      role: 'assistant',
      model,
      container: null,
      content: [
        ...(thinking === true ? [thought] : []),
        ...(text === '' ? [] : [{ type: 'text', text, citations: null }]),
      ],
      diagnostics: null,
      stop_reason: stop,
      stop_sequence: null,
      stop_details: stop === 'refusal' ? refusal : null,
      usage: { ...this.usage, cache_creation_input_tokens: 0, cache_read_input_tokens: 0, service_tier: 'standard' },
    };
  }
}

function headersOf(contentType = 'application/json', more: Record<string, string> = {}): Record<string, string> {
  return { 'content-type': contentType, 'request-id': 'req_011CSHoEeqs5C35K2UUqR7Fy', ...more };
}

type Failure = Extract<ClaudeAct, { status: number }>;

/** The words of an error repeat what was asked, as words of errors do. */
function fail(response: ServerResponse, status: number, { type, code, headers }: Partial<Failure> = {}): void {
  const message = 'very secret things: sk-ant-planted-7f3a9c51e8, title "Blue backpack"';
  const details = code === undefined ? {} : { details: { error_code: code } };
  say(response, { status, type: type ?? TYPES[status] ?? 'api_error', message }, { details, headers });
}

function say(
  response: ServerResponse,
  { status, type, message }: ClaudeError,
  { details = {}, headers = {} }: { details?: object; headers?: Record<string, string> | undefined } = {},
): void {
  const body = { type: 'error', error: { type, message, ...details }, request_id: 'req_011CSHoEeqs5C35K2UUqR7Fy' };
  response.writeHead(status, headersOf('application/json', headers)).end(JSON.stringify(body));
}

function misbehave(act: Extract<ClaudeAct, string>, response: ServerResponse): void {
  if (act === 'silence') return;
  if (act === 'cut-connection') return void response.socket?.destroy();
  if (act === 'redirect') return void response.writeHead(307, { location: 'http://127.0.0.1:9/v1/messages' }).end();
  response.writeHead(200, headersOf());
  if (act === 'cut-answer') return void response.write('{"type":"message",', () => response.destroy());
  const piece = act === 'dripping' ? ' ' : ' '.repeat(256 * 1024);
  const drip = setInterval(() => response.write(piece), 5);
  response.on('close', () => clearInterval(drip));
}
