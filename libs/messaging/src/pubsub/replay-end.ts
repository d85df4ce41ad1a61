import type { KeyQueues } from './key-queues.ts';

/** Watches for the end of a bounded subscription: all that was published before it began has come, been handled and acked. */
export class ReplayEnd {
  readonly until = new Date();
  readonly reached = Promise.withResolvers<void>();
  private lastNews = performance.now();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly quietMs: number,
    /** Asks the server itself; what it hands out at that is given back. */
    private readonly isEmpty: () => Promise<boolean>,
    private readonly failed: (error: unknown) => void,
  ) {}

  isWithin(publishedAt: Date): boolean {
    if (publishedAt > this.until) return false;
    this.lastNews = performance.now();
    return true;
  }

  watch(queues: Pick<KeyQueues, 'size'>): void {
    this.timer = setTimeout(
      () => void this.look(queues).finally(() => this.timer && this.watch(queues)),
      this.quietMs / 4,
    );
  }

  leave(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private async look(queues: Pick<KeyQueues, 'size'>): Promise<void> {
    if (queues.size > 0) this.lastNews = performance.now();
    if (performance.now() - this.lastNews < this.quietMs) return;
    const { lastNews } = this;
    try {
      const isEmpty = await this.isEmpty();
      // What the stream had brought before, and this process had not read yet, has come meanwhile.
      if (isEmpty && queues.size === 0 && this.lastNews === lastNews) this.reached.resolve();
      else this.lastNews = performance.now();
    } catch (error) {
      this.failed(error);
    }
  }
}
