import { describe, expect, it } from '@jest/globals';
import type { EventMap } from '@foundnow/contracts';
import { goldenExamples } from '@foundnow/contracts/testing';
import { aContact } from '../../../../test/contact.builder.ts';
import { NOON } from '../../../../test/post.builder.ts';
import type { ContactChange } from '../../../domain/contact-exchange/contact-events.ts';
import type {
  ContactField,
  ContactState,
  ContactStatus,
  DenialReason,
} from '../../../domain/contact-exchange/contact-state.ts';
import { toOutgoingContact } from './wire-contacts.ts';

type Told = EventMap[
  | 'contact.requested'
  | 'contact.approved'
  | 'contact.denied'
  | 'contact.expired'
  | 'contact.revealed'];
type AnyContact = Partial<
  Omit<EventMap['contact.requested'] & EventMap['contact.approved'] & EventMap['contact.revealed'], 'requesterId'>
>;

/** What must have happened for an event to be told as the example has it. */
const HAPPENED: { readonly [N in keyof EventMap]?: (payload: EventMap[N]) => ContactChange } = {
  'contact.requested': ({ sealedMessage }) => ({ type: 'requested', sealedMessage }),
  'contact.approved': ({ sealedRevealToken }) => ({ type: 'approved', sealedRevealToken }),
  'contact.denied': ({ reason }) => ({ type: 'denied', reason: reason as DenialReason }),
  'contact.cancelled': () => ({ type: 'cancelled' }),
  'contact.expired': ({ previousStatus }) => ({ type: 'expired', previousStatus: previousStatus as ContactStatus }),
  'contact.revealed': ({ revealedFields }) => ({ type: 'revealed', fields: revealedFields as ContactField[] }),
};

const examples = goldenExamples().filter(({ event }) => event.startsWith('contact.'));

/** The exchange that a golden example tells of. */
function exchangeOf(payload: Told): ContactState {
  const known: AnyContact = payload;
  const { postId, orgId, visibility, timeZone, language, kind, title, category } = payload;
  if (visibility === 'unknown' || kind === 'unknown') throw new Error('No example is of what is not known');
  const intake = payload.intake === 'desk' ? 'desk' : 'self';
  return {
    ...aContact().state,
    id: payload.exchangeId,
    version: payload.aggregateVersion,
    post: { id: postId, orgId, intake, visibility, timeZone, language, kind, title, category },
    ownerId: payload.ownerId,
    requesterId: payload.requesterId,
    openedBy: known.openedBy === 'claim' ? 'claim' : 'requester',
    matchId: payload.matchId,
    claimId: payload.claimId,
    requestedFields: (known.requestedFields ?? []) as ContactField[],
    approval: {
      fields: (known.approvedFields ?? known.revealedFields ?? []) as ContactField[],
      singleUse: known.singleUse ?? false,
    },
    revealCount: known.revealCount ?? 0,
    expiresAt: new Date(known.expiresAt ?? known.validUntil ?? 0),
  };
}

describe('what happened in a contact exchange, on the wire', () => {
  it.each(examples)('is $event as in the golden example $example, field by field', ({ event, payload }) => {
    const told = payload as Told;
    const happened = (HAPPENED[event] as (of: object) => ContactChange)(payload);
    const outgoing = toOutgoingContact({
      ...happened,
      exchange: exchangeOf(told),
      by: told.actorId,
      at: new Date(told.occurredAt),
    });
    expect(outgoing).toEqual({ name: event, key: told.postId, subject: told.exchangeId, payload });
  });

  it('has examples of every event of an exchange', () => {
    expect(new Set(examples.map(({ event }) => event))).toEqual(new Set(Object.keys(HAPPENED)));
  });

  it('holds neither what was written nor what was given, and no contact data out of the title', () => {
    const exchange = aContact().state;
    const sealed = { envelope: 'fe1.planted', tokenHash: 'planted' };
    const post = { ...exchange.post, title: 'Call jane.doe@example.org' };
    const told = toOutgoingContact({
      type: 'approved',
      sealedRevealToken: null,
      exchange: { ...exchange, post, sealed, message: 'planted' },
      by: exchange.ownerId,
      at: NOON,
    });
    expect(JSON.stringify(told)).not.toMatch(/planted|jane/);
  });
});
