import type { ContactData, ContactState } from '../../domain/contact-exchange/contact-state.ts';
import { contactViewOf, type ContactView } from '../../domain/contact-exchange/contact-view.ts';
import { DomainError } from '@foundnow/kernel';
import type { ContactVault } from '../contact/contact-vault.port.ts';

/** An exchange as one side knows it. */
export interface HeldContact {
  readonly view: ContactView;
  /** What she gives the other, as long as it is given. */
  readonly given: ContactData | null;
}

/** What the other wrote or gave is the other's: whoever was given it sees it where it is given. */
export async function heldContactOf(
  state: ContactState,
  person: string,
  now: Date,
  vault: Pick<ContactVault, 'open'>,
): Promise<HeldContact> {
  const view = contactViewOf(state, person, now);
  if (view.role === 'requester') return { view, given: null };
  return { view: { ...view, message: null }, given: view.status === 'approved' ? await opened(state, vault) : null };
}

/** It may end while it is looked at. */
async function opened(state: ContactState, vault: Pick<ContactVault, 'open'>): Promise<ContactData | null> {
  try {
    return await vault.open(state);
  } catch (error) {
    if (error instanceof DomainError && error.code === 'contact.gone') return null;
    throw error;
  }
}
