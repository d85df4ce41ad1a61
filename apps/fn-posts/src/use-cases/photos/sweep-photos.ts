import type { Clock } from '@foundnow/kernel';
import type { PhotoShelf } from './photo-shelf.port.ts';
import type { PhotoLeftovers } from './photo-uploads.port.ts';

/** Each has three files; between these it looks whether it is to stop. */
const AT_ONCE = 8;
/** Whoever takes leftovers and is killed leaves them to the next after that long. */
const LEASE_MS = 10 * 60_000;
/** Longer than an upload may wait: whatever lies in quarantine then is known to nobody. */
const QUARANTINE_MS = 48 * 3_600_000;

/** Takes away the files of photos that were removed, or that never became part of a post. */
export class SweepPhotos {
  constructor(
    private readonly leftovers: PhotoLeftovers,
    private readonly shelf: Pick<PhotoShelf, 'discard' | 'clearQuarantine'>,
    private readonly clock: Clock,
  ) {}

  /** Answers with how many photos it took away. */
  async run(signal?: AbortSignal): Promise<number> {
    const swept = await this.sweep(null, signal);
    if (signal?.aborted !== true) {
      await this.shelf.clearQuarantine(new Date(this.clock.now().getTime() - QUARANTINE_MS));
    }
    return swept;
  }

  /** Hers alone: whoever erases her waits for that, and not for what others left. */
  async ofPerson(personId: string, signal?: AbortSignal): Promise<number> {
    return this.sweep(personId, signal);
  }

  private async sweep(owner: string | null, signal?: AbortSignal): Promise<number> {
    let swept = 0;
    for (let more = true; more && signal?.aborted !== true;) {
      const now = this.clock.now();
      const lease = { now, until: new Date(now.getTime() + LEASE_MS) };
      const taken = await this.leftovers.take(lease, AT_ONCE, owner);
      await Promise.all(
        taken.map(async ({ id, folder }) => {
          await this.shelf.discard(folder);
          await this.leftovers.forget([id]);
        }),
      );
      swept += taken.length;
      more = taken.length === AT_ONCE;
    }
    return swept;
  }
}
