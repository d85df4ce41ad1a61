import { Injectable, Optional, type OnModuleDestroy } from '@nestjs/common';
import { DomainError } from '@foundnow/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { StreamConnection } from './stream-connection.ts';
import { frameOf, lastEventIdOf, type StreamSource } from './stream-event.ts';

export class EventStreamsOptions {
  readonly heartbeatMs: number = 15_000;
  /** How long a client may leave its buffer full. */
  readonly patienceMs: number = 10_000;
  readonly most: number = 1_000;
  /** A stream does not outlive by much the token that opened it. */
  readonly longestMs: number = 15 * 60_000;
  readonly failed: (error: unknown) => void = () => {};
}

const CLOSE_MS = 1_000;

/** Server-sent events. Provide one per service: when the service stops, it ends them all. */
@Injectable()
export class EventStreams implements OnModuleDestroy {
  private readonly open = new Set<StreamConnection>();
  private readonly options: EventStreamsOptions;
  private heartbeat: NodeJS.Timeout | undefined;
  private stopping = false;

  constructor(@Optional() options: EventStreamsOptions = new EventStreamsOptions()) {
    this.options = options;
  }

  get size(): number {
    return this.open.size;
  }

  /** Takes the reply over (`@Res() reply`); from here on no timeout applies to it. */
  start(request: FastifyRequest, reply: FastifyReply, source: StreamSource): void {
    const after = lastEventIdOf(request);
    if (this.stopping || this.open.size >= this.options.most) throw full();
    request.isStream = true;
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'x-accel-buffering': 'no',
      connection: 'close',
    });
    // Clients that lose us at the same moment must not come back at the same moment.
    raw.write(`retry: ${1_000 + Math.floor(Math.random() * 2_000)}\n\n`);
    const connection = new StreamConnection(raw, this.options.patienceMs);
    const longest = setTimeout(() => connection.end(), this.options.longestMs);
    this.open.add(connection);
    void connection.closed.then(() => {
      clearTimeout(longest);
      this.open.delete(connection);
    });
    this.heartbeat ??= setInterval(() => this.beat(), this.options.heartbeatMs).unref();
    void this.pump(connection, source, after);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopping = true;
    clearInterval(this.heartbeat);
    const closing = [...this.open];
    for (const connection of closing) connection.end();
    const late = setTimeout(() => {
      for (const connection of closing) connection.drop();
    }, CLOSE_MS);
    await Promise.all(closing.map(({ closed }) => closed));
    clearTimeout(late);
  }

  private async pump(connection: StreamConnection, source: StreamSource, after: string | undefined): Promise<void> {
    const { ended } = connection;
    try {
      for await (const event of source(after, ended.signal)) {
        await connection.write(frameOf(event));
        if (ended.signal.aborted) break;
      }
    } catch (error) {
      if (!ended.signal.aborted) this.options.failed(error);
    } finally {
      connection.end();
    }
  }

  private beat(): void {
    for (const connection of this.open) connection.beat();
  }
}

function full(): DomainError {
  const detail = 'No more streams can be opened at the moment. Try again shortly.';
  return new DomainError('stream.unavailable', 'dependency', detail, { retryAfterSeconds: 5 });
}
