import type { Client } from 'pg';

const QUIET_MS = 5;
const RETRY_MS = 1000;
/** PostgreSQL takes 8000 bytes; what does not fit waits for a poll. */
const MOST_CHARACTERS = 7000;

/** Told what has news: `<topic>/<partition>`, or `group:<group>/<generation>` when its members changed. */
export type WakeUpListener = (names: ReadonlySet<string>) => void;

/** Buses of this process on one log tell each other directly; NOTIFY is for the other processes. */
const neighbours = new Map<string, Set<WakeUps>>();
const thisProcess = crypto.randomUUID();

/**
 * One connection per bus both rings and listens. Rings are gathered, so a burst of publishes costs one NOTIFY, and
 * its commit waits for no disk. A lost ring costs nothing but the wait for the next poll.
 */
export class WakeUps {
  private readonly listeners = new Set<WakeUpListener>();
  private readonly due = new Set<string>();
  private readonly near: Set<WakeUps>;
  private client: Promise<Client> | undefined;
  private quiet: NodeJS.Timeout | undefined;
  private sending = false;
  private closed = false;

  constructor(
    private readonly connect: () => Promise<Client>,
    private readonly log: { readonly server: string; readonly channel: string },
    private readonly problem: (error: unknown) => void,
  ) {
    const place = `${log.server}/${log.channel}`;
    this.near = neighbours.get(place) ?? new Set();
    neighbours.set(place, this.near.add(this));
  }

  ring(names: readonly string[]): void {
    const news = new Set(names);
    for (const neighbour of this.near) neighbour.hear(news);
    for (const name of names) this.due.add(name);
    if (!this.quiet && !this.sending) void this.send();
  }

  async listen(listener: WakeUpListener): Promise<() => void> {
    this.listeners.add(listener);
    await this.connected().catch(this.problem);
    return () => void this.listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.closed = true;
    this.near.delete(this);
    clearTimeout(this.quiet);
    const client = await this.client?.catch(() => undefined);
    await client?.end().catch(() => undefined);
  }

  private hear(names: ReadonlySet<string>): void {
    for (const listener of this.listeners) listener(names);
  }

  private async send(): Promise<void> {
    if (this.due.size === 0 || this.closed) return;
    const names = [thisProcess, ...this.due].join(' ').slice(0, MOST_CHARACTERS);
    this.due.clear();
    this.sending = true;
    try {
      const client = await this.connected();
      await client.query('SELECT pg_notify($1, $2)', [this.log.channel, names]);
    } catch (error) {
      if (!this.closed) this.problem(error);
    } finally {
      this.sending = false;
      this.quiet = setTimeout(() => {
        this.quiet = undefined;
        void this.send();
      }, QUIET_MS);
    }
  }

  private connected(): Promise<Client> {
    this.client ??= this.open().catch((error: unknown) => {
      this.client = undefined;
      throw error;
    });
    return this.client;
  }

  private async open(): Promise<Client> {
    const client = await this.connect();
    client.on('notification', ({ payload = '' }) => {
      const [sender, ...names] = payload.split(' ');
      if (sender !== thisProcess) this.hear(new Set(names));
    });
    client.on('end', () => this.reopen());
    await client.query(`SET synchronous_commit = off; LISTEN "${this.log.channel}"`);
    return client;
  }

  private reopen(): void {
    this.client = undefined;
    if (this.closed || this.listeners.size === 0) return;
    setTimeout(() => {
      if (!this.closed) this.connected().catch(() => this.reopen());
    }, RETRY_MS).unref();
  }
}
