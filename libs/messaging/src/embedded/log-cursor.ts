import type { Filled, LogMessage, Stretch } from './log-stretch.ts';
import type { Topic } from './topic-directory.ts';

/** Where a reader stands in one partition, and what it has read ahead. */
export class LogCursor {
  exhausted = false;
  private readonly ahead: LogMessage[] = [];

  constructor(
    private readonly topic: Topic,
    private readonly partition: number,
    private from: number,
    private readonly before: number,
  ) {}

  get needsMore(): boolean {
    return this.ahead.length === 0 && !this.exhausted && this.from < this.before;
  }

  stretch(maxMessages: number, maxBytes: number): Stretch {
    return {
      topic: this.topic,
      partition: this.partition,
      from: this.from,
      before: this.before,
      maxMessages,
      maxBytes,
    };
  }

  fill({ messages, exhausted }: Filled): void {
    this.ahead.push(...messages);
    this.from = (messages.at(-1)?.at ?? this.from - 1) + 1;
    this.exhausted = exhausted;
  }

  take(): LogMessage | undefined {
    return this.ahead.shift();
  }

  isBefore(other: LogCursor | undefined): boolean {
    const mine = this.ahead[0];
    const theirs = other?.ahead[0];
    return mine !== undefined && (theirs === undefined || mine.publishedAt < theirs.publishedAt);
  }
}
