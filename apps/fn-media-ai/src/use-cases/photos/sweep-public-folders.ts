import type { Clock } from '@foundnow/kernel';
import type { PhotoFiles, PublicFolders } from './photo-files.port.ts';

const AT_ONCE = 50;
const LEASE_MS = 10 * 60_000;

/** Takes away public forms of photos that are gone, that were read anew, and that nobody finished storing. */
export class SweepPublicFolders {
  constructor(
    private readonly folders: PublicFolders,
    private readonly files: Pick<PhotoFiles, 'discard'>,
    private readonly clock: Clock,
  ) {}

  async run(signal?: AbortSignal): Promise<number> {
    let swept = 0;
    for (let more = true; more && signal?.aborted !== true;) {
      const now = this.clock.now();
      const due = await this.folders.takeDue(now, new Date(now.getTime() + LEASE_MS), AT_ONCE);
      for (const folder of due) {
        await this.files.discard(folder);
        await this.folders.forget(folder);
      }
      swept += due.length;
      more = due.length === AT_ONCE;
    }
    return swept;
  }
}
