// Generated from schemas/ by `npm run generate`. Change the schemas, not this file.
import type * as posts from './posts.ts';
import type * as mediaAi from './media-ai.ts';
import type * as matcher from './matcher.ts';
import type * as notifications from './notifications.ts';
import type * as users from './users.ts';
export type { posts, mediaAi, matcher, notifications, users };

/** Each event and what it carries. */
export interface EventMap {
  'post.created': posts.PostCreated;
  'post.updated': posts.PostUpdated;
  'post.photo_added': posts.PostPhotoAdded;
  'post.photo_removed': posts.PostPhotoRemoved;
  'post.resolved': posts.PostResolved;
  'post.expiring': posts.PostExpiring;
  'post.expired': posts.PostExpired;
  'post.reactivated': posts.PostReactivated;
  'post.deleted': posts.PostDeleted;
  'post.snapshot': posts.PostSnapshot;
  'contact.requested': posts.ContactRequested;
  'contact.approved': posts.ContactApproved;
  'contact.denied': posts.ContactDenied;
  'contact.cancelled': posts.ContactCancelled;
  'contact.expired': posts.ContactExpired;
  'contact.revealed': posts.ContactRevealed;
  'post.enhanced': mediaAi.PostEnhanced;
  'photo.failed': mediaAi.PhotoFailed;
  'match.found': matcher.MatchFound;
  'match.updated': matcher.MatchUpdated;
  'match.confirmed': matcher.MatchConfirmed;
  'match.rejected': matcher.MatchRejected;
  'match.expired': matcher.MatchExpired;
  'claim.opened': matcher.ClaimOpened;
  'claim.verified': matcher.ClaimVerified;
  'claim.denied': matcher.ClaimDenied;
  'claim.expired': matcher.ClaimExpired;
  'item.returned': matcher.ItemReturned;
  'notification.sent': notifications.NotificationSent;
  'notification.failed': notifications.NotificationFailed;
  'user.registered': users.UserRegistered;
  'user.updated': users.UserUpdated;
  'user.erased': users.UserErased;
  'organization.created': users.OrganizationCreated;
  'organization.updated': users.OrganizationUpdated;
  'organization.deleted': users.OrganizationDeleted;
}

export type EventName = keyof EventMap;
