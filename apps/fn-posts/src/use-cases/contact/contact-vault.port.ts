import type { ContactData, ContactState, SealedContact } from '../../domain/contact-exchange/contact-state.ts';

export interface ClosedContact {
  readonly sealed: SealedContact;
  /** For the link that the requester is sent; only who sends it can read it. */
  readonly sealedRevealToken: string | null;
}

/** Closes what two people tell each other before anything keeps it. */
export interface ContactVault {
  /** For the service that brings the message to the owner. */
  sealMessage(exchangeId: string, message: string): Promise<string>;
  close(exchange: ContactState, contact: ContactData, until: Date, singleUse: boolean): Promise<ClosedContact>;
  /** What was closed; rejects when it is gone or not what it was. */
  open(exchange: ContactState): Promise<ContactData>;
  /** Whether this is the token of the link. */
  isTokenOf(exchange: ContactState, token: string): boolean;
}
