import type { EventMap, EventName } from '@foundnow/contracts';
import type { AnyOutgoingEvent } from '@foundnow/outbox';
import type { ContactEvent } from '../../../domain/contact-exchange/contact-events.ts';
import { screened } from '../posts/screened.ts';

type ContactEventName = Extract<EventName, `contact.${string}`>;

/** From what happened between two people to what goes on the wire: never what they told each other. */
export function toOutgoingContact(event: ContactEvent): AnyOutgoingEvent {
  const { exchange } = event;
  const about = aboutExchange(event);
  switch (event.type) {
    case 'requested':
      return named('contact.requested', {
        ...about,
        requesterId: requesterOf(event),
        openedBy: exchange.openedBy,
        requestedFields: [...exchange.requestedFields],
        sealedMessage: event.sealedMessage,
        expiresAt: exchange.expiresAt.getTime(),
      });
    case 'approved':
      return named('contact.approved', {
        ...about,
        ...validity(event),
        approvedFields: [...(exchange.approval?.fields ?? [])],
        sealedRevealToken: event.sealedRevealToken,
      });
    case 'denied':
      return named('contact.denied', { ...about, reason: event.reason });
    case 'cancelled':
      return named('contact.cancelled', about);
    case 'expired':
      return named('contact.expired', { ...about, previousStatus: event.previousStatus });
    case 'revealed':
      return named('contact.revealed', {
        ...about,
        ...validity(event),
        revealedFields: [...event.fields],
        revealCount: exchange.revealCount,
      });
  }
}

function named<N extends ContactEventName>(name: N, payload: EventMap[N]): AnyOutgoingEvent {
  return { name, key: payload.postId, subject: payload.exchangeId, payload } as AnyOutgoingEvent;
}

function aboutExchange({ exchange, by, at }: ContactEvent) {
  const { post } = exchange;
  return {
    exchangeId: exchange.id,
    postId: post.id,
    orgId: post.orgId,
    intake: post.intake,
    visibility: post.visibility,
    timeZone: post.timeZone,
    language: post.language,
    aggregateVersion: exchange.version,
    occurredAt: at.getTime(),
    actorId: by,
    ownerId: exchange.ownerId,
    requesterId: exchange.requesterId,
    kind: post.kind,
    title: screened(post.title),
    category: post.category,
    matchId: exchange.matchId,
    claimId: exchange.claimId,
  };
}

function validity(event: ContactEvent) {
  const { approval, expiresAt } = event.exchange;
  return {
    requesterId: requesterOf(event),
    singleUse: approval?.singleUse ?? true,
    validUntil: expiresAt.getTime(),
  };
}

/** Whoever asks or sees something is somebody, at that moment. */
function requesterOf({ exchange, by }: ContactEvent): string {
  const requester = exchange.requesterId ?? by;
  if (requester === null) throw new TypeError('Contact is asked for by somebody');
  return requester;
}
