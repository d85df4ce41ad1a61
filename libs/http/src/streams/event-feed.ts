import type { StreamEvent } from './stream-event.ts';

type Wanted = (event: StreamEvent) => boolean;

export interface EventFeedOptions {
  /** So many of the last events can be had again by Last-Event-ID. */
  readonly keep?: number;
  /** A reader that lets more than this wait is cut off; it comes back with its Last-Event-ID. */
  readonly mostWaiting?: number;
}

/** Events of this process for streams: each reader gets what it missed, as far as it is kept, and all that follows. */
export class EventFeed {
  private readonly kept: StreamEvent[] = [];
  private readonly readers = new Set<Reader>();

  constructor(private readonly options: EventFeedOptions = {}) {}

  publish(event: StreamEvent): void {
    this.kept.push(event);
    if (this.kept.length > (this.options.keep ?? 1_000)) this.kept.shift();
    for (const reader of this.readers) reader.offer(event);
  }

  /** An `after` that is kept no more yields an event named `reset` first: the client must read everything anew. */
  async *read(
    after: string | undefined,
    signal: AbortSignal,
    wanted: Wanted = () => true,
  ): AsyncGenerator<StreamEvent> {
    const reader = new Reader(wanted, this.options.mostWaiting ?? 500);
    for (const event of this.missedSince(after)) reader.offer(event);
    this.readers.add(reader);
    const wake = () => reader.wake();
    signal.addEventListener('abort', wake, { once: true });
    try {
      while (!signal.aborted && !reader.overrun) {
        const event = reader.next();
        if (event === undefined) await reader.more();
        else yield event;
      }
    } finally {
      this.readers.delete(reader);
      signal.removeEventListener('abort', wake);
    }
  }

  private missedSince(after: string | undefined): readonly StreamEvent[] {
    if (after === undefined) return [];
    const at = this.kept.findLastIndex(({ id }) => id === after);
    if (at >= 0) return this.kept.slice(at + 1);
    return [{ id: this.kept.at(-1)?.id ?? after, event: 'reset', data: null }];
  }
}

class Reader {
  overrun = false;
  private readonly waiting: StreamEvent[] = [];
  private woken: (() => void) | undefined;

  constructor(
    private readonly wanted: Wanted,
    private readonly most: number,
  ) {}

  offer(event: StreamEvent): void {
    if (event.event !== 'reset' && !this.wanted(event)) return;
    if (this.waiting.length >= this.most) this.overrun = true;
    else this.waiting.push(event);
    this.wake();
  }

  next(): StreamEvent | undefined {
    return this.waiting.shift();
  }

  more(): Promise<void> {
    return new Promise((resolve) => (this.woken = resolve));
  }

  wake(): void {
    this.woken?.();
    this.woken = undefined;
  }
}
