import { DomainError } from '@foundnow/kernel';
import type { FastifyReply } from 'fastify';

/**
 * Gives up requests that take too long. One timer looks at the oldest ones: Fastify's `handlerTimeout`
 * makes a timer and an abort signal per request, and was measured to cost 7 µs of each.
 */
export class Deadlines {
  /** By how long they may take, so that within each the oldest come first. */
  private readonly underWay = new Map<number, Map<FastifyReply, number>>();
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly timeoutMs: number) {
    this.timer = setInterval(() => this.giveUp(), Math.max(10, timeoutMs / 20)).unref();
  }

  set(reply: FastifyReply, timeoutMs = this.timeoutMs): void {
    const alike = this.underWay.get(timeoutMs) ?? new Map<FastifyReply, number>();
    this.underWay.set(timeoutMs, alike.set(reply, performance.now() + timeoutMs));
  }

  clear(reply: FastifyReply): void {
    for (const alike of this.underWay.values()) if (alike.delete(reply)) return;
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private giveUp(): void {
    const now = performance.now();
    for (const alike of this.underWay.values()) this.giveUpOldest(alike, now);
  }

  private giveUpOldest(alike: Map<FastifyReply, number>, now: number): void {
    for (const [reply, deadline] of alike) {
      if (deadline > now) return;
      alike.delete(reply);
      // A stream has taken the reply over and ends by its own rules; a body that is on its way cannot be taken back.
      if (!reply.sent && !reply.raw.headersSent) reply.send(tooSlow());
    }
  }
}

function tooSlow(): DomainError {
  const detail = 'The request took too long and was given up.';
  return new DomainError('request.timeout', 'dependency', detail, { retryAfterSeconds: 5 });
}
