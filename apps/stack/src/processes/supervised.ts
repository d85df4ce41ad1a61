import { setTimeout as delay } from 'node:timers/promises';
import { EXIT_CODE } from '@foundnow/config';
import { StackError } from '../stack-error.ts';
import { Child, type ChildOptions } from './child.ts';
import { RestartDelay } from './restart-delay.ts';

export interface SupervisedOptions extends ChildOptions {
  readonly name: string;
  /** Told when it ended without being asked to, and what follows. */
  readonly warn: (text: string) => void;
  /** Everything is coming to an end: a terminal's Ctrl-C reaches the process before we ask it. */
  readonly isStopping: () => boolean;
  /** How long the first start may take. */
  readonly startMs?: number;
}

/** A start waits for the broker, and makes what is missing there. */
const START_MS = 180_000;
/** What a stop may take: as long as the longest work that a service lets finish. */
const STOP_GRACE_MS = 25_000;

/** A process that is there until it is stopped: when it ends by itself it is started again. */
export class Supervised {
  readonly #delay = new RestartDelay();
  #child: Child;
  #isStopped = false;
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
    const { startMs = START_MS } = this.options;
    const late = `it does not serve after ${startMs / 1000} s`;
    const end = await Promise.race([child.serves(), child.ended, delay(startMs, late, { ref: false })]);
    if (end === undefined) return this.#watch(child);
    const unclear = end === late ? EXIT_CODE.unavailable : EXIT_CODE.unexpected;
    const exitCode = child.exitCode === 0 || child.exitCode === null ? unclear : child.exitCode;
    throw new StackError(`${this.name} could not start (${end}).`, child.said.join('\n'), exitCode);
  }

  /** Asks it to end, and insists when that takes too long. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    clearTimeout(this.#again);
    this.#child.signal('SIGTERM');
    const insist = setTimeout(() => this.#child.signal('SIGKILL'), STOP_GRACE_MS);
    await this.#child.ended;
    clearTimeout(insist);
  }

  #mayEnd(): boolean {
    return this.#isStopped || this.options.isStopping();
  }

  #watch(child: Child): void {
    const began = performance.now();
    void child.ended.then((end) => {
      if (this.#mayEnd()) return;
      const pause = this.#delay.after(performance.now() - began);
      this.options.warn(`${this.name} ended unexpectedly (${end}); it starts again in ${pause / 1000} s`);
      this.#again = setTimeout(() => this.#startAgain(), pause);
    });
  }

  #startAgain(): void {
    if (this.#mayEnd()) return;
    this.#child = new Child(this.options);
    this.#watch(this.#child);
  }
}
