import type { EventMap, EventName } from '@foundnow/contracts';
import type { AnyOutgoingEvent } from '@foundnow/outbox';
import type { PostEvent } from '../../../domain/post/post-events.ts';
import { screened } from './screened.ts';
import { wholePost } from './whole-post.ts';
import { wirePhoto } from './wire-photo.ts';

/** From what happened in the domain to what goes on the wire. */
export function toOutgoingEvent(event: PostEvent): AnyOutgoingEvent {
  const { post } = event;
  const about = aboutPost(event);
  const whole = () => ({ ...about, ...headOf(event), ...wholePost(post) });
  switch (event.type) {
    case 'reported':
      return named('post.created', { ...whole(), authorId: authorOf(event), batchId: event.batchId });
    case 'edited': {
      const { changed, reason } = event;
      return named('post.updated', { ...whole(), changedFields: changed.flatMap(wireNames), reason });
    }
    case 'photo_added':
    case 'photo_removed': {
      const { reference: _, createdAt: __, ...head } = headOf(event);
      return named(`post.${event.type}`, { ...about, ...head, ...photosOf(event) });
    }
    case 'resolved': {
      const { resolution, handover } = event;
      const through = handover ?? { matchId: null, claimId: null, counterpartPostId: null };
      return named('post.resolved', { ...about, ...headOf(event), resolution, ...through });
    }
    case 'expiring':
    case 'expired': {
      const { createdAt: _, ...head } = headOf(event);
      return named(`post.${event.type}`, { ...about, ...head, expiresAt: event.expiresAt.getTime() });
    }
    case 'reactivated':
      return named('post.reactivated', { ...whole(), previousStatus: event.previousStatus });
    case 'deleted': {
      const { reason, previousStatus } = event;
      return named('post.deleted', { ...about, reason, previousStatus, photoIds: post.photos.map(({ id }) => id) });
    }
    case 'snapshot':
      return named('post.snapshot', whole());
  }
}

function named<N extends Extract<EventName, `post.${string}`>>(name: N, payload: EventMap[N]): AnyOutgoingEvent {
  return { name, key: payload.postId, payload } as AnyOutgoingEvent;
}

/** What every event of a post begins with; of one that was deleted nobody is told more. */
function aboutPost({ post, by, at }: PostEvent) {
  return {
    postId: post.id,
    orgId: post.orgId,
    visibility: post.visibility,
    timeZone: post.timeZone,
    language: post.language,
    aggregateVersion: post.version,
    occurredAt: at.getTime(),
    actorId: by,
    authorId: post.authorId,
    kind: post.kind,
    category: post.category,
  };
}

function headOf({ post }: PostEvent) {
  return { title: screened(post.title), reference: post.reference, createdAt: post.createdAt.getTime() };
}

function photosOf({ post, photo, position }: Extract<PostEvent, { readonly type: 'photo_added' | 'photo_removed' }>) {
  const { description, tags, attributes, photos, photosVersion } = wholePost(post);
  return { description, tags, attributes, photo: wirePhoto(photo, position), photos, photosVersion };
}

/** Whoever reports something is somebody, at that moment. */
function authorOf({ post, by }: PostEvent): string {
  const author = post.authorId ?? by;
  if (author === null) throw new TypeError('A post is reported by somebody');
  return author;
}

/** The fields of an event that follow from one of a post. */
const WIRE_NAMES: Readonly<Record<string, readonly string[]>> = {
  publicPlace: ['publicLocation'],
  identifiers: ['identifiers', 'sealedIdentifiers'],
  proofQuestions: ['sealedProof'],
};

function wireNames(field: string): readonly string[] {
  return WIRE_NAMES[field] ?? [field];
}
