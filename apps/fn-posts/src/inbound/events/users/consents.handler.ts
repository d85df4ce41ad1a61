import type { EventMap } from '@foundnow/contracts';
import { type EventContext, OnEvent } from '@foundnow/messaging';
import { Controller } from '@nestjs/common';
import type { Decision } from '../../../use-cases/privacy/consent-ledger.port.ts';
import { NoteConsents } from '../../../use-cases/privacy/note-consents.ts';

type Account = EventMap['user.registered' | 'user.updated'];

@Controller()
export class ConsentsHandler {
  constructor(private readonly noteConsents: NoteConsents) {}

  @OnEvent('user.registered')
  async onRegistered(account: EventMap['user.registered'], context: EventContext): Promise<void> {
    await this.note(account, context);
  }

  @OnEvent('user.updated')
  async onUpdated(account: EventMap['user.updated'], context: EventContext): Promise<void> {
    await this.note(account, context);
  }

  private async note({ userId, aggregateVersion, consents }: Account, context: EventContext): Promise<void> {
    await this.noteConsents.run(userId, aggregateVersion, consents.map(decisionOf), context);
  }
}

function decisionOf({ purpose, granted, policyVersion, decidedAt }: Account['consents'][number]): Decision {
  return { purpose, granted, policyVersion, decidedAt: new Date(decidedAt) };
}
