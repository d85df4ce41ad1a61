import { readFileSync } from 'node:fs';
import { BrokerStartError } from '../broker-start-error.ts';
import type { GuardedProcess } from '../guarded-process.ts';

const STOP_MS = 20_000;

export interface KafkaNodeOptions {
  readonly id: number;
  readonly address: string;
  readonly logFile: string;
  launch(): GuardedProcess;
  /** Is this node among those that serve? Throws while nobody can say. */
  serves(): Promise<boolean>;
}

/** One broker of a cluster; it keeps its id, its address and its data through all of these. */
export class KafkaNode {
  readonly id: number;
  readonly address: string;
  /** What the broker says goes there. */
  readonly logFile: string;
  readonly #options: KafkaNodeOptions;
  #process: GuardedProcess | undefined;

  constructor(options: KafkaNodeOptions) {
    this.#options = options;
    this.id = options.id;
    this.address = options.address;
    this.logFile = options.logFile;
  }

  get pid(): number | undefined {
    return this.isRunning ? this.#process?.pid : undefined;
  }

  get isRunning(): boolean {
    return this.#process?.hasExited === false;
  }

  /** Resolves when the others see it serve; a cluster that has lost its majority needs several to start at a time. */
  async start(timeoutMs = 60_000): Promise<void> {
    if (this.isRunning) return;
    const running = this.#options.launch();
    this.#process = running;
    const end = performance.now() + timeoutMs;
    let last: unknown = 'it is not listed among the serving brokers';
    while (performance.now() < end) {
      if (running.hasExited) throw this.#failed('ended at once', undefined);
      try {
        if (await this.#options.serves()) return;
      } catch (error) {
        last = error;
      }
      await Promise.race([running.exited, new Promise((resolve) => setTimeout(resolve, 50))]);
    }
    throw this.#failed(`did not serve within ${timeoutMs} ms`, last);
  }

  /** As when the power fails. */
  async kill(): Promise<void> {
    await this.#process?.kill();
  }

  /** Hands its partitions over first; what hangs is killed. */
  async stop(patienceMs: number = STOP_MS): Promise<void> {
    await this.#process?.stop(patienceMs);
  }

  /** It stands still: connections stay open and nobody is answered. */
  async pause(): Promise<void> {
    await this.#process?.pause();
  }

  async resume(): Promise<void> {
    await this.#process?.resume();
  }

  #failed(what: string, cause: unknown): BrokerStartError {
    const log = readFileSync(this.logFile, 'utf8').trim().split('\n');
    const telling = log.filter((line) => /ERROR|FATAL|Exception|error:/i.test(line)).slice(-3);
    const said = (telling.length > 0 ? telling : log.slice(-3)).join('\n').slice(-1_500);
    return new BrokerStartError(`Kafka node ${this.id} ${what}: ${said}`, `(More in ${this.logFile}.)`, { cause });
  }
}
