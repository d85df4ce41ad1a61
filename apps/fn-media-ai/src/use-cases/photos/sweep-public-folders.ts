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
    private readonly onTrouble: (error: unknown) => void,
  ) {}

  async run(signal?: AbortSignal): Promise<number> {
    let swept = 0;
    for (let more = true; more && signal?.aborted !== true;) {
      const now = this.clock.now();
      const due = await this.folders.takeDue(now, new Date(now.getTime() + LEASE_MS), AT_ONCE);
      const before = swept;
      for (const folder of due) if (await this.one(folder)) swept += 1;
      // Where none goes, the store is away: the rest is not tried either.
      more = due.length === AT_ONCE && swept > before;
    }
    return swept;
  }

  /** One that cannot be swept is tried again when its lease ends, and keeps no other waiting. */
  private async one(folder: string): Promise<boolean> {
    try {
      await this.files.discard(folder);
      await this.folders.forget(folder);
      return true;
    } catch (error) {
      this.onTrouble(error);
      return false;
    }
  }
}
