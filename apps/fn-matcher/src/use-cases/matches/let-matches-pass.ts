import type { Clock } from '@foundnow/kernel';
import { expire } from '../../domain/match/expire.ts';
import type { MatchStore } from '../matches.port.ts';

const AT_ONCE = 100;

/** Lets matches lapse that nobody answered, or came for, in time. Any number of replicas may do it. */
export class LetMatchesPass {
  constructor(
    private readonly matches: Pick<MatchStore, 'updateDue'>,
    private readonly clock: Clock,
  ) {}

  async run(signal?: AbortSignal): Promise<void> {
    for (let changed = AT_ONCE; changed === AT_ONCE && signal?.aborted !== true;) {
      const now = this.clock.now();
      changed = await this.matches.updateDue(now, AT_ONCE, ({ match }) =>
        // Somebody may have made it live longer since it was looked for.
        match.expiresAt <= now ? expire(match, 'time', now) : { match, events: [] },
      );
    }
  }
}
