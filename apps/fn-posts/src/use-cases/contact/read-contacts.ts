import type { Clock } from '@foundnow/kernel';
import type { Actor } from '../../domain/actor.ts';
import { contactNotFound } from '../../domain/contact-exchange/contact-errors.ts';
import { contactViewOf, type ContactView } from '../../domain/contact-exchange/contact-view.ts';
import type { ContactQuery, ContactSearch } from './contact-search.port.ts';

/** The exchanges that somebody has a part in. */
export class ReadContacts {
  constructor(
    private readonly search: ContactSearch,
    private readonly clock: Clock,
  ) {}

  async one(id: string, viewer: Actor): Promise<ContactView> {
    const state = await this.search.find(id, viewer);
    if (!state) throw contactNotFound();
    return contactViewOf(state, viewer.userId, this.clock.now());
  }

  async list(query: Omit<ContactQuery, 'now'>, viewer: Actor): Promise<readonly ContactView[]> {
    const now = this.clock.now();
    const states = await this.search.list({ ...query, now }, viewer);
    return states.map((state) => contactViewOf(state, viewer.userId, now));
  }
}
