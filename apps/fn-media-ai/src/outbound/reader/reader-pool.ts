import { DomainError } from '@foundnow/kernel';
import type { AboutItem } from '../../domain/photo/stage.ts';
import type { PhotoRead, PhotoReader, PublicForm } from '../../use-cases/photo-reader.port.ts';
import type { SentForm } from './process/order.ts';
import { readersBusy } from './reader-errors.ts';
import { Reader } from './reader.ts';

const MEGABYTE = 1024 * 1024;

export interface ReaderPoolOptions {
  /** How many photos are read at once: as many as there are cores. */
  readonly readers: number;
  /** Whether writing is looked for; without, every photo is hidden whole. */
  readonly text?: boolean;
  /** File of an ONNX model that makes vectors. */
  readonly onnxModel?: string | undefined;
  /** What that needs beside everything else: the limits go up by it. */
  readonly onnxModelBytes?: number;
  /** How long one photo may take. */
  readonly patienceMs?: number;
  /** How long a reader without work keeps its memory. */
  readonly idleMs?: number;
  /** A reader that holds more when a photo is done is replaced. */
  readonly replaceAboveBytes?: number;
  /** A reader that holds more at any time is killed. */
  readonly mostBytes?: number;
  /** How many may wait for a reader before the next one is turned away. */
  readonly mostWaiting?: number;
  readonly program?: URL;
}

/** Reads photos in processes of their own, which are started when there is work and ended when there is none. */
export class ReaderPool implements PhotoReader {
  readonly #idle: Reader[] = [];
  readonly #endings = new Map<Reader, NodeJS.Timeout>();
  readonly #waiting: PromiseWithResolvers<Reader>[] = [];
  #isClosed = false;
  readonly #all: readonly Reader[];
  readonly #options: Required<Pick<ReaderPoolOptions, 'idleMs' | 'replaceAboveBytes' | 'mostWaiting'>>;

  constructor(options: ReaderPoolOptions) {
    const { readers, text = true, onnxModel, patienceMs = 30_000, idleMs = 60_000, mostWaiting = 32 } = options;
    const { replaceAboveBytes = 600 * MEGABYTE, mostBytes = 1_024 * MEGABYTE, program = PROGRAM } = options;
    const { onnxModelBytes = 0 } = options;
    this.#options = { idleMs, replaceAboveBytes: replaceAboveBytes + onnxModelBytes, mostWaiting };
    const settings = { mostBytes: mostBytes + onnxModelBytes, text, onnxModel };
    this.#all = Array.from({ length: readers }, () => new Reader(program, settings, patienceMs));
    this.#idle.push(...this.#all);
  }

  get free(): number {
    return this.#idle.length;
  }

  /** Of the processes that are there now. */
  get pids(): readonly number[] {
    return this.#all.flatMap(({ pid }) => pid ?? []);
  }

  async read(bytes: Buffer, about: AboutItem): Promise<PhotoRead> {
    // A reader that is free begins in this very turn, so that nothing begins after the pool was closed.
    const reader = this.#idleOne() ?? (await this.#nextOne());
    try {
      if (this.#isClosed) throw readersBusy();
      const { header, body } = await reader.ask({ about }, bytes);
      if (header.isBroken === true || header.memory > this.#options.replaceAboveBytes) void reader.end();
      if ('refusal' in header) throw new DomainError(header.refusal.code, header.refusal.kind, header.refusal.detail);
      return { reading: header.reading, forms: formsOf(header.forms, body) };
    } finally {
      this.#giveBack(reader);
    }
  }

  /** What is under way is finished, what waits is turned away. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const { reject } of this.#waiting.splice(0)) reject(readersBusy());
    for (const ending of this.#endings.values()) clearTimeout(ending);
    await Promise.all(this.#all.map((reader) => reader.end()));
  }

  /** The one that was used last is the one that is warm; the others may end. */
  #idleOne(): Reader | undefined {
    if (this.#isClosed) throw readersBusy();
    const reader = this.#idle.pop();
    if (reader !== undefined) clearTimeout(this.#endings.get(reader));
    return reader;
  }

  #nextOne(): Promise<Reader> {
    if (this.#waiting.length >= this.#options.mostWaiting) throw readersBusy();
    const waiting = Promise.withResolvers<Reader>();
    this.#waiting.push(waiting);
    return waiting.promise;
  }

  #giveBack(reader: Reader): void {
    const next = this.#waiting.shift();
    if (next !== undefined) return next.resolve(reader);
    this.#idle.push(reader);
    this.#endings.set(reader, setTimeout(() => void reader.end(), this.#options.idleMs).unref());
  }
}

// In the repository it is TypeScript, in a container it was compiled.
const EXTENSION = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
const PROGRAM = new URL(`./process/reader-process.${EXTENSION}`, import.meta.url);

function formsOf(sent: readonly SentForm[], body: Buffer): PublicForm[] {
  let at = 0;
  return sent.map(({ length, ...form }) => {
    at += length;
    return { ...form, bytes: body.subarray(at - length, at) };
  });
}
