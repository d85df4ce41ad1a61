import { hashToken, issueOpaqueToken, type TokenStore } from '@foundnow/crypto';
import type { Clock } from '@foundnow/kernel';
import type { z } from 'zod';

const PURPOSE = 'http.stream';
const LIFE_SECONDS = 60;

export interface IssuedTicket {
  readonly ticket: string;
  readonly expiresInSeconds: number;
}

export type TicketStore = Pick<TokenStore, 'save' | 'consume'>;

/** EventSource sends no headers: a ticket in the address opens one stream once, within a minute. */
export class StreamTickets<Holder extends Readonly<Record<string, unknown>>> {
  constructor(
    private readonly store: TicketStore,
    private readonly holder: z.ZodType<Holder>,
    private readonly clock: Clock,
  ) {}

  async issue(holder: Holder): Promise<IssuedTicket> {
    const { token, hash } = issueOpaqueToken();
    const expiresAt = new Date(this.clock.now().getTime() + LIFE_SECONDS * 1_000);
    await this.store.save({ hash, purpose: PURPOSE, subject: 'stream', data: holder, expiresAt });
    return { ticket: token, expiresInSeconds: LIFE_SECONDS };
  }

  /** Undefined: used before, expired, or made up. */
  async redeem(ticket: string): Promise<Holder | undefined> {
    const answer = await this.store.consume(hashToken(ticket), PURPOSE, this.clock.now());
    return answer.outcome === 'consumed' ? this.holder.parse(answer.data) : undefined;
  }
}
