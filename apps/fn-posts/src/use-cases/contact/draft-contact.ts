import type { Clock, IdGenerator } from '@foundnow/kernel';
import type { Actor } from '../../domain/actor.ts';
import { isContactOffered } from '../../domain/contact-exchange/contact-policy.ts';
import { notOffered } from '../../domain/contact-exchange/contact-request-errors.ts';
import type { ContactEvent } from '../../domain/contact-exchange/contact-events.ts';
import { assertMayBeAsked, ContactExchange } from '../../domain/contact-exchange/contact-exchange.ts';
import type { ContactField } from '../../domain/contact-exchange/contact-state.ts';
import type { PostState } from '../../domain/post/post-state.ts';
import { type Warning, warningAt } from '../posts/screen-report.ts';
import type { TextScreen } from '../posts/text-screen.port.ts';
import type { ReadContactPolicy } from './read-contact-policy.ts';
import type { ContactVault } from './contact-vault.port.ts';

/** What somebody asks the author of a post. */
export interface Asked {
  readonly message: string | null;
  readonly fields: readonly ContactField[];
}

export interface ContactDraft {
  readonly exchange: ContactExchange;
  readonly events: readonly ContactEvent[];
  readonly warnings: readonly Warning[];
}

/** From what somebody asks to an exchange that may be kept: the message without contact data, and sealed for its way. */
export class DraftContact {
  constructor(
    private readonly policy: Pick<ReadContactPolicy, 'run'>,
    private readonly screen: TextScreen,
    private readonly vault: Pick<ContactVault, 'sealMessage'>,
    private readonly ids: IdGenerator,
    private readonly clock: Clock,
  ) {}

  async run(post: PostState, { message: written, fields }: Asked, by: Actor): Promise<ContactDraft> {
    assertMayBeAsked(post, by.userId);
    if (!isContactOffered(await this.policy.run(post.orgId), post)) throw notOffered();
    const id = this.ids.next();
    const { text, masked } = this.screen.screen(written ?? '');
    const message = written === null ? null : text;
    const sealedMessage = message === null ? null : await this.vault.sealMessage(id, message);
    const asked = { id, requesterId: by.userId, fields, message, sealedMessage };
    const opened = ContactExchange.request(post, asked, this.clock.now());
    return { ...opened, warnings: masked.length > 0 ? [warningAt('message', masked)] : [] };
  }
}
