import type { Clock } from '@foundnow/kernel';
import type { ContactStore } from './contact-store.port.ts';

const AT_ONCE = 100;

/** Ends what has run out or lost its post, and with it all that was closed up. Any number of replicas may do it. */
export class LetContactsPass {
  constructor(
    private readonly contacts: Pick<ContactStore, 'updateDue'>,
    private readonly clock: Clock,
  ) {}

  async run(signal?: AbortSignal): Promise<void> {
    for (let changed = AT_ONCE; changed === AT_ONCE && signal?.aborted !== true;) {
      const now = this.clock.now();
      changed = await this.contacts.updateDue(now, AT_ONCE, (exchange, post) => exchange.pass(post, now));
    }
  }
}
