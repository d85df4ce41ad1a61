import type { Clock } from '@foundnow/kernel';
import { passClaim } from '../../domain/claim/end-claim.ts';
import type { ClaimStore } from './claim-store.port.ts';

const AT_ONCE = 100;

/** Ends claims whose time, match or item is gone. Any number of replicas may do it. */
export class LetClaimsPass {
  constructor(
    private readonly claims: Pick<ClaimStore, 'updateDue'>,
    private readonly clock: Clock,
  ) {}

  async run(signal?: AbortSignal): Promise<void> {
    for (let changed = AT_ONCE; changed === AT_ONCE && signal?.aborted !== true;) {
      const now = this.clock.now();
      changed = await this.claims.updateDue(now, AT_ONCE, ({ claim, match }, rival) =>
        passClaim(claim, match, rival, now),
      );
    }
  }
}
