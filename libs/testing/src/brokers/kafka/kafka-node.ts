import type { GuardedProcess } from '../guarded-process.ts';
import { untilReady } from '../ready.ts';

const STOP_MS = 20_000;

export interface KafkaNodeOptions {
  readonly id: number;
  readonly address: string;
  readonly logFile: string;
  launch(): GuardedProcess;
  /** Is this node among those that serve? Throws while nobody can say. */
  readonly serves: () => Promise<boolean>;
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
    await untilReady({
      name: `Kafka node ${this.id}`,
      process: running,
      logFile: this.logFile,
      timeoutMs,
      isReady: this.#options.serves,
    });
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
}
