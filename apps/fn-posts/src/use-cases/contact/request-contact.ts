import type { IdempotentRequest } from '@foundnow/http';
import type { Clock } from '@foundnow/kernel';
import type { Actor } from '../../domain/actor.ts';
import { contactNotFound } from '../../domain/contact-exchange/contact-errors.ts';
import { tooManyRequests } from '../../domain/contact-exchange/contact-request-errors.ts';
import { contactViewOf, type ContactView } from '../../domain/contact-exchange/contact-view.ts';
import { postNotFound } from '../../domain/post/post-errors.ts';
import type { Warning } from '../posts/screen-report.ts';
import type { ContactSearch } from './contact-search.port.ts';
import type { AskingLimit, ContactStore } from './contact-store.port.ts';
import type { Asked, DraftContact } from './draft-contact.ts';

const MOST_AN_HOUR = 10;
const HOUR_MILLIS = 3_600_000;

export interface RequestedContact {
  readonly exchange: ContactView;
  readonly warnings: readonly Warning[];
  readonly replayed: boolean;
}

/** Somebody asks the author of a post for contact. */
export class RequestContact {
  constructor(
    private readonly contacts: ContactStore,
    private readonly search: ContactSearch,
    private readonly draftContact: DraftContact,
    private readonly clock: Clock,
  ) {}

  async run(postId: string, asked: Asked, by: Actor, once?: IdempotentRequest): Promise<RequestedContact> {
    const post = await this.search.postShownTo(postId, by);
    if (!post) throw postNotFound();
    const { exchange, events, warnings } = await this.draftContact.run(post, asked, by);
    const now = this.clock.now();
    const { id, replayed } = await this.contacts.add({ exchange, events }, by, limitAt(now), once);
    const state = replayed ? await this.search.find(id, by) : exchange.state;
    if (!state) throw contactNotFound();
    return { exchange: contactViewOf(state, by.userId, now), warnings, replayed };
  }
}

function limitAt(now: Date): AskingLimit {
  const since = new Date(now.getTime() - HOUR_MILLIS);
  return {
    most: MOST_AN_HOUR,
    since,
    refusal: (oldest) => tooManyRequests(MOST_AN_HOUR, Math.ceil((oldest.getTime() - since.getTime()) / 1000) || 1),
  };
}
