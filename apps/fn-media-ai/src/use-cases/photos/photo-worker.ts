import { type Clock, Periodic } from '@foundnow/kernel';
import type { PhotoJobs } from './photo-jobs.port.ts';
import type { PhotoMeters } from './photo-meters.port.ts';
import type { ReadPhotoJob } from './read-photo-job.ts';

const LOOK_EVERY_MS = 2_000;
const MEASURE_EVERY_MS = 15_000;
/** Beside those in a reader: photos that a vision model looks at, whose small forms are all that is held of them. */
const MOST_BESIDE = 8;

/** Readers serve in turn: with nobody in line, photos that somebody waits for would always be before those of posts. */
const IN_LINE = 1;

export interface WorkerSettings {
  readonly readers: number;
  readonly leaseMs: number;
  readonly clock: Clock;
  /** How many readers nobody uses now. */
  readonly free: () => number;
  readonly meters: PhotoMeters;
  readonly onTrouble: (error: unknown) => void;
  /** A photo came to its end. */
  readonly onDone: () => void;
}

/** Takes as many photos as there are free readers, one in line where there is none: what waits, waits in the database. */
export class PhotoWorker {
  readonly #rounds: Periodic;
  readonly #stopped = new AbortController();
  readonly #underWay = new Set<Promise<void>>();
  #reading = 0;
  #measuredAt = 0;

  constructor(
    private readonly jobs: PhotoJobs,
    private readonly readPhotoJob: ReadPhotoJob,
    private readonly settings: WorkerSettings,
  ) {
    this.#rounds = new Periodic(LOOK_EVERY_MS, () => this.#round(), settings.onTrouble);
  }

  start(): void {
    this.#rounds.start();
  }

  wake(): void {
    this.#rounds.wake();
  }

  /** What is being read is read to its end; a model is not waited for. */
  async stop(): Promise<void> {
    this.#stopped.abort();
    await this.#rounds.stop();
    await Promise.all(this.#underWay);
  }

  async #round(): Promise<void> {
    const { readers, leaseMs, clock, free } = this.settings;
    await this.#measure();
    const room = Math.min(
      readers - this.#reading,
      Math.max(free(), IN_LINE),
      readers + MOST_BESIDE - this.#underWay.size,
    );
    if (room <= 0 || this.#stopped.signal.aborted) return;
    const now = clock.now();
    const taken = await this.jobs.take(room, now, new Date(now.getTime() + leaseMs));
    for (const job of taken) this.#begin(job);
  }

  #begin(job: Parameters<ReadPhotoJob['run']>[0]): void {
    this.#reading += 1;
    let isReading = true;
    const onRead = () => {
      if (isReading) this.#reading -= 1;
      isReading = false;
      this.#rounds.wake();
    };
    const work = this.readPhotoJob
      .run(job, this.#stopped.signal, onRead)
      .catch(this.settings.onTrouble)
      .finally(() => {
        this.#underWay.delete(work);
        onRead();
        this.settings.onDone();
      });
    this.#underWay.add(work);
  }

  async #measure(): Promise<void> {
    const now = this.settings.clock.now();
    if (now.getTime() - this.#measuredAt < MEASURE_EVERY_MS) return;
    this.#measuredAt = now.getTime();
    this.settings.meters.backlog(await this.jobs.backlog(now));
  }
}
