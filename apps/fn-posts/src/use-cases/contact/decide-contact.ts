import type { Clock } from '@foundnow/kernel';
import type { Actor } from '../../domain/actor.ts';
import { contactNotFound } from '../../domain/contact-exchange/contact-errors.ts';
import { isContactOffered } from '../../domain/contact-exchange/contact-policy.ts';
import { notOffered } from '../../domain/contact-exchange/contact-request-errors.ts';
import { nothingGiven, staffOnly } from '../../domain/contact-exchange/contact-approval-errors.ts';
import { ContactExchange } from '../../domain/contact-exchange/contact-exchange.ts';
import {
  type AskedPost,
  CONTACT_FIELDS,
  type ContactData,
  type DenialReason,
} from '../../domain/contact-exchange/contact-state.ts';
import { contactViewOf, type ContactView } from '../../domain/contact-exchange/contact-view.ts';
import type { ExpectedVersion } from '../posts/expected-version.ts';
import { assertPart } from './admitted-part.ts';
import type { ReadContactPolicy } from './read-contact-policy.ts';
import type { ContactSearch } from './contact-search.port.ts';
import type { ContactStore } from './contact-store.port.ts';
import type { ContactVault } from './contact-vault.port.ts';

const HOUR_MILLIS = 3_600_000;
const UNSEALED = { sealed: { envelope: '', tokenHash: null }, sealedRevealToken: null };

/** What the owner gives, for how long, and whether for one look only. */
export interface Given {
  readonly contact: ContactData;
  readonly validForHours: number;
  readonly singleUse: boolean;
}

/** The author of a post answers who asked. */
export class DecideContact {
  constructor(
    private readonly contacts: ContactStore,
    private readonly search: Pick<ContactSearch, 'find'>,
    private readonly vault: ContactVault,
    private readonly policy: Pick<ReadContactPolicy, 'run'>,
    private readonly clock: Clock,
  ) {}

  async approve(id: string, given: Given, by: Actor, expected: ExpectedVersion): Promise<ContactView> {
    const { contact, validForHours, singleUse } = given;
    const asked = await this.search.find(id, by);
    if (!asked) throw contactNotFound();
    const part = { by, side: 'owner', expected } as const;
    const copy = ContactExchange.restore(asked);
    assertPart(copy, part);
    const now = this.clock.now();
    const fields = CONTACT_FIELDS.filter((field) => contact[field] !== undefined);
    if (fields.length === 0) throw nothingGiven();
    const validUntil = new Date(now.getTime() + validForHours * HOUR_MILLIS);
    const approval = { fields, singleUse, validUntil };
    // Tried on a copy first: what would be refused gets no keys.
    copy.approve({ ...approval, ...UNSEALED }, by.userId, now);
    await this.assertOffered(asked.post, by);
    const closed = await this.vault.close(asked, contact, validUntil, singleUse).catch(async (error: unknown) => {
      // When it has ended meanwhile, so has its key: that is what there is to say then.
      const found = await this.search.find(id, by);
      if (found) {
        const ended = ContactExchange.restore(found);
        assertPart(ended, part);
        ended.approve({ ...approval, ...UNSEALED }, by.userId, now);
      }
      throw error;
    });
    const { state } = await this.contacts.update(id, part, (exchange) =>
      exchange.approve({ ...approval, ...closed }, by.userId, now),
    );
    return contactViewOf(state, by.userId, now);
  }

  async deny(id: string, reason: DenialReason, by: Actor, expected: ExpectedVersion): Promise<ContactView> {
    const now = this.clock.now();
    const part = { by, side: 'owner', expected } as const;
    const { state } = await this.contacts.update(id, part, (exchange) => exchange.deny(reason, by.userId, now));
    return contactViewOf(state, by.userId, now);
  }

  private async assertOffered(post: AskedPost, by: Actor): Promise<void> {
    const policy = await this.policy.run(post.orgId);
    if (!isContactOffered(policy, post)) throw notOffered();
    if (policy === 'staff_only' && !(by.isStaff && by.orgId === post.orgId)) throw staffOnly();
  }
}
