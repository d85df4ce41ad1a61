import { EXIT_CODE } from '@foundnow/config';
import { StackError } from '../stack-error.ts';
import { Child, type ChildOptions } from './child.ts';
import { RestartDelay } from './restart-delay.ts';

export interface SupervisedOptions extends ChildOptions {
  readonly name: string;
  /** Told when it ended without being asked to, and what follows. */
  readonly warn: (text: string) => void;
}

/** What a stop may take: as long as the longest work that a service lets finish. */
const STOP_GRACE_MS = 25_000;

/** A process that is there until it is stopped: when it ends by itself it is started again. */
export class Supervised {
  readonly #delay = new RestartDelay();
  readonly #stopping = new AbortController();
  #child: Child;
  #again: NodeJS.Timeout | undefined;

  constructor(private readonly options: SupervisedOptions) {
    this.#child = new Child(options);
  }

  get name(): string {
    return this.options.name;
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** Resolves when it serves. The first time it must: a mistake in its configuration does not go away. */
  async serves(): Promise<void> {
    const child = this.#child;
    const end = await Promise.race([child.serves(), child.ended]);
    if (end === undefined) return this.#watch(child);
    throw new StackError(
      `${this.name} could not start (${end}).`,
      child.said.join('\n'),
      child.exitCode === 0 ? EXIT_CODE.unexpected : (child.exitCode ?? EXIT_CODE.unexpected),
    );
  }

  /** Asks it to end, and insists when that takes too long. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    clearTimeout(this.#again);
    this.#child.signal('SIGTERM');
    const insist = setTimeout(() => this.#child.signal('SIGKILL'), STOP_GRACE_MS);
    await this.#child.ended;
    clearTimeout(insist);
  }

  #watch(child: Child): void {
    const began = performance.now();
    void child.ended.then((end) => {
      if (this.#stopping.signal.aborted) return;
      const delay = this.#delay.after(performance.now() - began);
      this.options.warn(`${this.name} ended unexpectedly (${end}); it starts again in ${delay / 1000} s`);
      this.#again = setTimeout(() => this.#startAgain(), delay);
    });
  }

  #startAgain(): void {
    this.#child = new Child(this.options);
    this.#watch(this.#child);
  }
}
