import { uuidv7 } from '@foundnow/kernel';
import type { Tx } from '@foundnow/postgres';
import type { ContactState } from '../../../domain/contact-exchange/contact-state.ts';
import { NOTE_CONSENT } from './consent-table.ts';

const PURPOSE = 'contact_exchange';

/** Letting somebody see contact data is a consent, for these fields until then; it ends with the exchange. */
export function noteContactConsent(tx: Tx, before: ContactState, after: ContactState): void {
  const granted = after.status === 'approved';
  if (granted === (before.status === 'approved')) return;
  // Who was erased meanwhile leaves no trace.
  if (after.ownerId === null) return;
  const { id, ownerId, version, updatedAt, expiresAt, approval } = after;
  const decision = [uuidv7.next(), ownerId, PURPOSE, granted, null, updatedAt, 'contact', id, version];
  tx.send(NOTE_CONSENT, [...decision, approval?.fields ?? null, granted ? expiresAt : null]);
}
