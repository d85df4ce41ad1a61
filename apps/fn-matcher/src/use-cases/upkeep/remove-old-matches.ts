import type { Clock } from '@foundnow/kernel';
import type { MatchUpkeep } from './upkeep.port.ts';

const AT_ONCE = 100;
const KEPT_MS = 90 * 86_400_000;

/** A pair can come back as long as both posts can; once one is gone for ever, it is kept for a while and no longer. */
export class RemoveOldMatches {
  constructor(
    private readonly matches: MatchUpkeep,
    private readonly clock: Clock,
  ) {}

  async run(signal?: AbortSignal): Promise<void> {
    const before = new Date(this.clock.now().getTime() - KEPT_MS);
    while (signal?.aborted !== true) if ((await this.matches.removeOld(before, AT_ONCE)) < AT_ONCE) return;
  }
}
