import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

/** One open stream. Never holds more for a slow client than the socket's buffer and one event. */
export class StreamConnection {
  readonly ended = new AbortController();
  readonly closed: Promise<void>;
  private pendingAtLastBeat = false;

  constructor(
    private readonly response: ServerResponse,
    private readonly patienceMs: number,
  ) {
    this.closed = new Promise((resolve) => {
      response.once('close', () => {
        this.ended.abort();
        resolve();
      });
    });
  }

  /** Resolves when there is room for more; a client that makes none in time is dropped. */
  async write(frame: string): Promise<void> {
    const { signal } = this.ended;
    if (signal.aborted || this.response.write(frame)) return;
    const patience = AbortSignal.any([signal, AbortSignal.timeout(this.patienceMs)]);
    try {
      await once(this.response, 'drain', { signal: patience });
    } catch {
      this.drop();
    }
  }

  /** A comment keeps proxies from closing an idle stream, and shows which clients have silently gone. */
  beat(): void {
    const pending = this.response.writableLength > 0;
    if (pending && this.pendingAtLastBeat) return this.drop();
    this.pendingAtLastBeat = pending;
    if (!pending) this.response.write(':\n\n');
  }

  end(): void {
    this.ended.abort();
    this.response.end();
  }

  drop(): void {
    this.ended.abort();
    this.response.destroy();
  }
}
