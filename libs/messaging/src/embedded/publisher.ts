import type { BusMessage } from '../message.ts';
import { refusalOf } from '../message-limits.ts';
import { MessagesRefused } from '../message-bus.port.ts';
import type { Appender } from './appender.ts';

const MAX_MESSAGES = 2000;
const MAX_BYTES = 8 * 1024 * 1024;
/** While one transaction waits for the disk, the next wait for its locks or are being built and sent. */
const IN_FLIGHT = 3;

interface Call {
  readonly batch: readonly BusMessage[];
  readonly bytes: number;
  readonly settled: PromiseWithResolvers<void>;
}

/** Calls that arrive while others are being written share a transaction: one fsync carries them all. */
export class Publisher {
  private readonly waiting: Call[] = [];
  private inFlight = 0;

  constructor(
    private readonly appender: Pick<Appender, 'append'>,
    private readonly published: (slices: readonly string[]) => void,
    private readonly mostInFlight = IN_FLIGHT,
  ) {}

  async publish(batch: readonly BusMessage[]): Promise<void> {
    if (batch.length === 0) return;
    const refused = batch.filter((message) => refusalOf(message) !== undefined);
    if (refused[0]) throw new MessagesRefused(refused, refusalOf(refused[0]) ?? '');
    const bytes = batch.reduce((sum, message) => sum + message.value.length, 0);
    const settled = Promise.withResolvers<void>();
    this.waiting.push({ batch, bytes, settled });
    this.pump();
    await settled.promise;
  }

  private pump(): void {
    while (this.inFlight < this.mostInFlight && this.waiting.length > 0) {
      this.inFlight += 1;
      void this.write(this.takeCalls()).finally(() => {
        this.inFlight -= 1;
        this.pump();
      });
    }
  }

  private takeCalls(): Call[] {
    let messages = 0;
    let bytes = 0;
    let count = 0;
    for (const call of this.waiting) {
      messages += call.batch.length;
      bytes += call.bytes;
      if (count > 0 && (messages > MAX_MESSAGES || bytes > MAX_BYTES)) break;
      count += 1;
    }
    return this.waiting.splice(0, count);
  }

  private async write(calls: readonly Call[]): Promise<void> {
    const batch = calls.length === 1 ? (calls[0]?.batch ?? []) : calls.flatMap((call) => call.batch);
    try {
      this.published(await this.appender.append(batch));
      for (const call of calls) call.settled.resolve();
    } catch (error) {
      if (calls.length === 1 || !isDataError(error)) for (const call of calls) call.settled.reject(error);
      else for (const call of calls) await this.write([call]);
    }
  }
}

/** Class 22 and 23: something in the data itself, which must not fail the calls that shared the transaction. */
function isDataError(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('22') || code.startsWith('23');
}
