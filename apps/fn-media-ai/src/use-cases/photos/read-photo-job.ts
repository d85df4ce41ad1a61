import { type Clock, DomainError } from '@foundnow/kernel';
import { latestSight } from '../../domain/analysis/latest-sight.ts';
import { seenAs } from '../../domain/redaction/seen-as.ts';
import { killedEachTime, MOST_ATTEMPTS, verdictOn } from './failure-of.ts';
import type { HintSealer } from './hint-sealer.port.ts';
import type { LookAtPhoto } from './look-at-photo.ts';
import type { PhotoFiles } from './photo-files.port.ts';
import type { PhotoJob, PhotoJobs } from './photo-jobs.port.ts';
import type { PhotoMeters } from './photo-meters.port.ts';
import type { PublishForms } from './publish-forms.ts';

const AGAIN_MS = [1_000, 5_000];
/** When a neighbour is away. */
const WAIT_MS = 10_000;
/** More than all that has a time limit of its own takes together; what has none must not hold a lease for ever. */
const MOST_MS = 60 * 60_000;

export interface JobParts {
  readonly files: Pick<PhotoFiles, 'load'>;
  readonly look: LookAtPhoto;
  readonly publishForms: PublishForms;
  readonly sealer: HintSealer;
  readonly meters: PhotoMeters;
  readonly onTrouble: (error: unknown) => void;
}

/** Reads one photo that was taken, to an end that is written down. */
export class ReadPhotoJob {
  constructor(
    private readonly jobs: PhotoJobs,
    private readonly parts: JobParts,
    private readonly leaseMs: number,
    private readonly clock: Clock,
  ) {}

  /** `onRead`: the reader is free again, and the rest takes no processor. */
  async run(job: PhotoJob, signal: AbortSignal, onRead: () => void): Promise<void> {
    const holding = setInterval(() => void this.hold(job), this.leaseMs / 3);
    const overdue = Promise.withResolvers<never>();
    const ending = setTimeout(() => overdue.reject(notDone()), MOST_MS);
    try {
      if (job.attempt > MOST_ATTEMPTS) return await this.giveUp(job, killedEachTime(job.attempt - 1));
      await Promise.race([this.read(job, signal, onRead), overdue.promise]);
    } catch (error) {
      await this.consequence(job, signal.aborted ? undefined : error);
    } finally {
      clearInterval(holding);
      clearTimeout(ending);
    }
  }

  private async read(job: PhotoJob, signal: AbortSignal, onRead: () => void): Promise<void> {
    const { files, look, publishForms, sealer, meters } = this.parts;
    const first = await look.read(await files.load(job.objectKey, signal), job);
    onRead();
    const seenNow = await look.ask(first, job, { photoSha256: job.sha256, postId: job.postId }, { signal });
    const sight = latestSight(job.sight, seenNow);
    const category = seenAs(job.category, sight?.finding.category ?? null);
    // Fetched anew: while a model looks, nothing but the small forms is held.
    const read =
      category === job.category
        ? first
        : await look.read(await files.load(job.objectKey, signal), { ...job, category });
    const sealedHints = await sealer.sealPhoto(job.postId, read.personal);
    const published = await publishForms.run(read.forms);
    const result = { reading: read.reading, sealedHints, sight, ...published };
    if (await this.jobs.finish(job, result, this.clock.now())) meters.read(read.reading.stages, seenNow === null);
  }

  /** A stop is nobody's fault. */
  private async consequence(job: PhotoJob, error: unknown): Promise<void> {
    const now = this.clock.now().getTime();
    const verdict = error === undefined ? ({ follows: 'wait' } as const) : verdictOn(error, job.attempt);
    if (verdict.follows === 'end') return this.giveUp(job, verdict.why);
    const pause =
      error === undefined ? 0 : verdict.follows === 'wait' ? WAIT_MS : (AGAIN_MS[job.attempt - 1] ?? WAIT_MS);
    await this.jobs.putBack(job, new Date(now + pause), verdict.follows === 'again');
    if (error !== undefined) this.parts.onTrouble(error);
  }

  private async giveUp(job: PhotoJob, failure: Parameters<PhotoJobs['giveUp']>[1]): Promise<void> {
    if (await this.jobs.giveUp(job, failure, this.clock.now())) this.parts.meters.failed(failure);
  }

  private async hold(job: PhotoJob): Promise<void> {
    const until = new Date(this.clock.now().getTime() + this.leaseMs);
    await this.jobs.extend(job, until).catch(() => false);
  }
}

function notDone(): DomainError {
  const detail = 'A photo was under way for an hour: something that it needs neither answers nor fails. Look for it.';
  return new DomainError('photo.not_done', 'dependency', detail);
}
