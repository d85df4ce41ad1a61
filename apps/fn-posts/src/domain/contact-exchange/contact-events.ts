import type { ContactField, ContactState, ContactStatus, DenialReason } from './contact-state.ts';

export type ContactChange =
  | { readonly type: 'requested'; readonly sealedMessage: string | null }
  | { readonly type: 'approved'; readonly sealedRevealToken: string | null }
  | { readonly type: 'denied'; readonly reason: DenialReason }
  | { readonly type: 'cancelled' }
  | { readonly type: 'expired'; readonly previousStatus: ContactStatus }
  | { readonly type: 'revealed'; readonly fields: readonly ContactField[] };

/** What happened between two people, in the domain's words. */
export type ContactEvent = ContactChange & {
  /** The exchange after it. */
  readonly exchange: ContactState;
  /** Who did it; null = the system. */
  readonly by: string | null;
  readonly at: Date;
};
