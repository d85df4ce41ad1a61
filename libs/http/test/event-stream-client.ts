import { get, type ClientRequest, type IncomingMessage } from 'node:http';

export interface ReceivedEvent {
  readonly id?: string;
  readonly event?: string;
  readonly data?: unknown;
}

/** Reads a stream the way a browser does, and remembers what came. */
export class EventStreamClient {
  readonly events: ReceivedEvent[] = [];
  comments = 0;
  ended = false;
  private request: ClientRequest | undefined;
  private rest = '';

  async open(url: string, headers: Record<string, string> = {}): Promise<IncomingMessage> {
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      this.request = get(url, { headers, agent: false }, resolve).on('error', reject);
    });
    answer.setEncoding('utf8').on('data', (text: string) => this.take(text));
    answer.on('error', () => {}).on('close', () => (this.ended = true));
    return answer;
  }

  close(): void {
    this.request?.destroy();
  }

  private take(text: string): void {
    const blocks = (this.rest + text).split('\n\n');
    this.rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = block.split('\n').map((line) => /^(\w*): ?(.*)$/.exec(line) ?? []);
      const of = (name: string) => fields.find((field) => field[1] === name)?.[2];
      if (block.startsWith(':')) this.comments += 1;
      const data = of('data');
      if (data === undefined) continue;
      this.events.push({ ...withId(of('id')), ...withName(of('event')), data: JSON.parse(data) as unknown });
    }
  }
}

const withId = (id: string | undefined) => (id === undefined ? {} : { id });
const withName = (event: string | undefined) => (event === undefined ? {} : { event });
