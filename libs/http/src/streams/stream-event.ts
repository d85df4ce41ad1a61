import { DomainError } from '@foundnow/kernel';
import type { FastifyRequest } from 'fastify';

export interface StreamEvent {
  /** What a client hands back as Last-Event-ID to go on behind it. */
  readonly id: string;
  readonly event?: string;
  readonly data: unknown;
}

/** Everything behind `after` (undefined: from now on), then whatever comes, until the signal aborts. */
export type StreamSource = (after: string | undefined, signal: AbortSignal) => AsyncIterable<StreamEvent>;

/** For `@ApiResponse(...)` on routes that stream. */
export const EVENT_STREAM_RESPONSE = {
  status: 200,
  description: 'Server-sent events; go on behind the last one with Last-Event-ID.',
  content: { 'text/event-stream': { schema: { type: 'string' } } },
} as const;

const ONE_LINE = /^[\x20-\x7e]{1,256}$/;

export function frameOf({ id, event, data }: StreamEvent): string {
  if (!ONE_LINE.test(id) || (event !== undefined && !ONE_LINE.test(event))) {
    throw new TypeError('Id and name of a stream event are one line of visible characters.');
  }
  const name = event === undefined ? '' : `event: ${event}\n`;
  return `id: ${id}\n${name}data: ${JSON.stringify(data) ?? 'null'}\n\n`;
}

/** From the header, or from `?lastEventId=` for a browser that opens the stream anew with a fresh ticket. */
export function lastEventIdOf(request: FastifyRequest): string | undefined {
  const { lastEventId } = request.query as { readonly lastEventId?: unknown };
  const given = request.headers['last-event-id'] ?? lastEventId;
  if (given === undefined || given === '') return undefined;
  if (typeof given === 'string' && ONE_LINE.test(given)) return given;
  const detail = 'Last-Event-ID must be an id that this stream sent.';
  throw new DomainError('stream.last_event_id', 'validation', detail);
}
