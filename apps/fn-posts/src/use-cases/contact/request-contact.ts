import type { IdempotentRequest } from '@foundnow/http';
import type { Clock } from '@foundnow/kernel';
import type { Actor } from '../../domain/actor.ts';
import { contactNotFound } from '../../domain/contact-exchange/contact-errors.ts';
import { tooManyRequests } from '../../domain/contact-exchange/contact-request-errors.ts';
import { contactViewOf, type ContactView } from '../../domain/contact-exchange/contact-view.ts';
import { postNotFound } from '../../domain/post/post-errors.ts';
import type { AnsweredRequests } from '../answered-requests.port.ts';
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
    private readonly answered: AnsweredRequests,
    private readonly clock: Clock,
  ) {}

  async run(postId: string, asked: Asked, by: Actor, once?: IdempotentRequest): Promise<RequestedContact> {
    try {
      return await this.request(postId, asked, by, once);
    } catch (error) {
      const earlier = await this.answered.earlier(once, by);
      if (earlier === undefined) throw error;
      return this.asItStands(earlier, [], by);
    }
  }

  private async request(
    postId: string,
    asked: Asked,
    by: Actor,
    once: IdempotentRequest | undefined,
  ): Promise<RequestedContact> {
    const post = await this.search.postShownTo(postId, by);
    if (!post) throw postNotFound();
    const { exchange, events, warnings } = await this.draftContact.run(post, asked, by);
    const now = this.clock.now();
    const { id, replayed } = await this.contacts.add({ exchange, events }, by, limitAt(now), once);
    if (replayed) return this.asItStands(id, warnings, by);
    return { exchange: contactViewOf(exchange.state, by.userId, now), warnings, replayed };
  }

  private async asItStands(id: string, warnings: readonly Warning[], by: Actor): Promise<RequestedContact> {
    const state = await this.search.find(id, by);
    if (!state) throw contactNotFound();
    return { exchange: contactViewOf(state, by.userId, this.clock.now()), warnings, replayed: true };
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
