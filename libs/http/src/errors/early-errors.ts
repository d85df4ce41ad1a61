import type { Socket } from 'node:net';
import { STATUS_CODES } from 'node:http';
import { randomUUID } from 'node:crypto';
import { problemOf, PROBLEM_TYPE } from './problem.ts';
import type { Refusal } from './refusal.ts';

const TOO_SLOW: Refusal = { status: 408, code: 'request.incomplete', detail: 'The request did not arrive in time.' };
const HEADERS_TOO_LARGE: Refusal = {
  status: 431,
  code: 'request.headers_too_large',
  detail: 'The request headers are too large.',
};
const NOT_HTTP: Refusal = { status: 400, code: 'request.malformed', detail: 'This is not a valid HTTP request.' };

/** What cannot be parsed as HTTP never reaches Fastify; it is answered on the bare socket. */
export function answerOnSocket(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy(error);
    return;
  }
  const refusal = earlyRefusalOf(error.code);
  const body = JSON.stringify(problemOf(refusal, randomUUID()));
  const head = [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status] ?? ''}`,
    `Content-Type: ${PROBLEM_TYPE}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

function earlyRefusalOf(code: string | undefined): Refusal {
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return TOO_SLOW;
  return code === 'HPE_HEADER_OVERFLOW' ? HEADERS_TOO_LARGE : NOT_HTTP;
}
