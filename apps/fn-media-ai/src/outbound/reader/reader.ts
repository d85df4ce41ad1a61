import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { type Frame, framesOf, fromStream, sendFrame } from '@foundnow/images/frames';
import { ANSWERS_FD } from './process/answers.ts';
import type { ReadAnswer, ReaderSettings, ReadOrder } from './process/order.ts';
import { readerDied, tookTooLong } from './reader-errors.ts';

/** More than two pictures of 1,280 pixels and all that was read can be. */
const MOST_ANSWER_BYTES = 32 * 1024 * 1024;
const END_MS = 5_000;

interface Running {
  readonly child: ChildProcess;
  readonly orders: Writable;
  readonly answers: AsyncGenerator<Frame<ReadAnswer>>;
}

/**
 * A process that reads one photo at a time. What a hostile file can break there is a process that knows no secret; when
 * it is gone the next photo starts another.
 */
export class Reader {
  #running: Running | undefined;

  constructor(
    private readonly program: URL,
    private readonly settings: ReaderSettings,
    private readonly patienceMs: number,
  ) {}

  /** Undefined when there is no process now. */
  get pid(): number | undefined {
    return this.#running?.child.pid;
  }

  async ask(order: ReadOrder, file: Buffer): Promise<Frame<ReadAnswer>> {
    const running = this.#running ?? this.#start();
    this.#running = running;
    let isTooLong = false;
    const patience = setTimeout(() => {
      isTooLong = true;
      running.child.kill('SIGKILL');
    }, this.patienceMs);
    void sendFrame(running.orders, order, [file]);
    const answer = await nextOf(running.answers);
    clearTimeout(patience);
    if (answer !== undefined) return answer;
    this.#running = undefined;
    running.child.kill('SIGKILL');
    const how = await howItEnded(running.child);
    throw isTooLong ? tookTooLong() : readerDied(how);
  }

  /** What is under way is finished; the next photo starts another process. */
  async end(): Promise<void> {
    const running = this.#running;
    this.#running = undefined;
    if (running === undefined) return;
    running.orders.end();
    const tooLong = setTimeout(() => running.child.kill('SIGKILL'), END_MS);
    await howItEnded(running.child);
    clearTimeout(tooLong);
  }

  #start(): Running {
    const { pathname } = this.program;
    const runtime = new URL('../../../../../tools/runtime/register.mjs', import.meta.url).href;
    // In the repository it is TypeScript, in a container it was compiled.
    const load = pathname.endsWith('.ts') ? ['--import', runtime] : [];
    const args = [...load, fileURLToPath(this.program), JSON.stringify(this.settings)];
    // glibc must not keep large freed blocks, and what a library prints may hold what it read.
    const env = { MALLOC_MMAP_THRESHOLD_: '131072', MALLOC_ARENA_MAX: '2' };
    const child = spawn(process.execPath, args, { env, stdio: ['pipe', 'ignore', 'ignore', 'pipe'] });
    const [orders, answers] = [child.stdio[0] as Writable, child.stdio[ANSWERS_FD] as Readable];
    for (const stream of [child, orders, answers]) stream.on('error', () => undefined);
    child.once('exit', () => {
      if (this.#running?.child === child) this.#running = undefined;
    });
    return { child, orders, answers: framesOf<ReadAnswer>(fromStream(answers), room) };
  }
}

/** Nothing when it ended, or said what no reader says. */
async function nextOf(answers: Running['answers']): Promise<Frame<ReadAnswer> | undefined> {
  try {
    const { value } = (await answers.next()) as IteratorResult<Frame<ReadAnswer>, undefined>;
    return value;
  } catch {
    return undefined;
  }
}

function room(length: number): Buffer {
  if (length > MOST_ANSWER_BYTES) throw new RangeError('An answer that no photo can have');
  return Buffer.allocUnsafeSlow(length);
}

async function howItEnded(child: ChildProcess): Promise<string> {
  if (child.pid !== undefined && child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return `${child.signalCode ?? child.exitCode ?? 'not started'}`;
}
