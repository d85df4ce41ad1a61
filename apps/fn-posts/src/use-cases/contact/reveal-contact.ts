import type { Clock } from '@foundnow/kernel';
import type { Actor } from '../../domain/actor.ts';
import { contactNotFound, wrongToken } from '../../domain/contact-exchange/contact-errors.ts';
import { ContactExchange } from '../../domain/contact-exchange/contact-exchange.ts';
import type { ContactData } from '../../domain/contact-exchange/contact-state.ts';
import { contactViewOf, type ContactView } from '../../domain/contact-exchange/contact-view.ts';
import { ANY_VERSION } from '../posts/expected-version.ts';
import type { ContactSearch } from './contact-search.port.ts';
import type { ContactStore } from './contact-store.port.ts';
import type { ContactVault } from './contact-vault.port.ts';

export interface Revealed {
  readonly exchange: ContactView;
  readonly contact: ContactData;
}

/** Who asked for contact sees what she was given. */
export class RevealContact {
  constructor(
    private readonly contacts: ContactStore,
    private readonly search: Pick<ContactSearch, 'find'>,
    private readonly vault: Pick<ContactVault, 'open' | 'isTokenOf'>,
    private readonly clock: Clock,
  ) {}

  /**
   * Opened before it is noted, shown after: what cannot be opened is not used up, and of many who open it at once only
   * those are shown it whose turn was noted. `token` is that of the link; whoever is signed in needs none.
   */
  async run(id: string, token: string | null, by: Actor): Promise<Revealed> {
    const now = this.clock.now();
    const approved = await this.search.find(id, by);
    if (!approved) throw contactNotFound();
    ContactExchange.restore(approved).reveal(by.userId, now);
    if (token !== null && !this.vault.isTokenOf(approved, token)) throw wrongToken();
    const contact = await this.vault.open(approved);
    const part = { by, side: 'requester', expected: ANY_VERSION } as const;
    const { state } = await this.contacts.update(id, part, (exchange) => exchange.reveal(by.userId, now));
    return { exchange: contactViewOf(state, by.userId, now), contact };
  }
}
