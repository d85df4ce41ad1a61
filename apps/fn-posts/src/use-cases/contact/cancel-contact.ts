import type { Clock } from '@foundnow/kernel';
import type { Actor } from '../../domain/actor.ts';
import { contactViewOf, type ContactView } from '../../domain/contact-exchange/contact-view.ts';
import type { ExpectedVersion } from '../posts/expected-version.ts';
import type { ContactStore } from './contact-store.port.ts';

/** Who asked for contact withdraws before there is an answer. */
export class CancelContact {
  constructor(
    private readonly contacts: ContactStore,
    private readonly clock: Clock,
  ) {}

  async run(id: string, by: Actor, expected: ExpectedVersion): Promise<ContactView> {
    const now = this.clock.now();
    const part = { by, side: 'requester', expected } as const;
    const { state } = await this.contacts.update(id, part, (exchange) => exchange.cancel(by.userId, now));
    return contactViewOf(state, by.userId, now);
  }
}
