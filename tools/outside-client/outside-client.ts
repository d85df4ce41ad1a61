import { fileURLToPath } from 'node:url';
import { preparePython } from './prepare-python.ts';
import { runProgram } from './run-program.ts';

const CLIENT = fileURLToPath(new URL('client.py', import.meta.url));
const ALLOWED_MS = 60_000;

export interface ReadEvent {
  readonly topic: string;
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly value: unknown;
}

export interface WrittenEvent extends ReadEvent {
  /** Full name of the Avro record. */
  readonly record: string;
}

export interface Wanted {
  readonly topics: readonly string[];
  readonly since: number;
  readonly source: string;
  readonly count: number;
}

/** Somebody else's program between us, the broker and the registry. */
export class OutsideClient {
  private constructor(
    private readonly python: string,
    private readonly at: readonly string[],
  ) {}

  static async prepare(brokers: readonly string[], registry: string): Promise<OutsideClient> {
    return new OutsideClient(await preparePython(), ['--brokers', brokers.join(','), '--registry', registry]);
  }

  async read({ topics, since, source, count }: Wanted): Promise<ReadEvent[]> {
    const args = ['--since', String(since), '--source', source, '--count', String(count), ...topics];
    const out = await this.#run('read', args, '');
    return out.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as ReadEvent]));
  }

  async write(events: readonly WrittenEvent[], { latest }: { readonly latest: boolean }): Promise<void> {
    const lines = events.map((event) => `${JSON.stringify(event)}\n`);
    await this.#run('write', latest ? ['--latest'] : [], lines.join(''));
  }

  async #run(command: string, args: readonly string[], input: string): Promise<string> {
    const words = [CLIENT, command, ...this.at, ...args];
    const { code, out, complaint } = await runProgram(this.python, words, { input, timeoutMs: ALLOWED_MS });
    if (code !== 0) throw new Error(`The outside client could not ${command}: ${complaint.trim().slice(-3000)}`);
    return out;
  }
}
