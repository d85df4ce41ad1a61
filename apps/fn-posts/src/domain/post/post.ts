import type { Actor } from '../actor.ts';
import type { GeoPoint } from '../geo-point.ts';
import type { PhotoChange } from '../photo/photo-changes.ts';
import type { Photo } from '../photo/photo.ts';
import { changesOf } from './edit-difference.ts';
import { fieldsOf, lockedFields, type PostChanges, type PostEdit } from './editing.ts';
import { expiryAfter } from './expiry.ts';
import { traceless, withoutPerson } from './erasing.ts';
import type { HouseRules } from './house-rules.ts';
import { notEditable, noSuggestion, organizationClosed, otherSuggestion, postInvalid } from './post-errors.ts';
import {
  type EditReason,
  type Handover,
  lastChangeOf,
  type PostChange,
  type Resolution,
  type StrippingReason,
} from './post-change.ts';
import type { PostEvent } from './post-events.ts';
import type { ItemReport, Place } from './item-report.ts';
import type { Batch, PostState } from './post-state.ts';
import { faultsOf, photoFaults } from './report-rules.ts';
import type { SealedSecrets } from './secrets.ts';
import type { Analysis, ProposedField, TakenSuggestion } from './analysis.ts';
import { fieldsLeftOpen } from './fields-left-open.ts';
import { only, proposedChanges, undoneChanges } from './suggested-changes.ts';
import { type Suggestion, suggestionFrom } from './suggestion.ts';
import { changedPhotos } from './photos-of-post.ts';
import { assertMayBecome, closing } from './transitions.ts';

/** What the house gives to a report when it becomes a post. */
export interface PostIdentity {
  readonly id: string;
  readonly reference: string | null;
  readonly publicPlace: GeoPoint;
}

/** All that a new post is made of. */
export interface NewPost {
  readonly report: ItemReport;
  readonly photos: readonly Photo[];
  readonly secrets: SealedSecrets;
  readonly identity: PostIdentity;
  readonly house: HouseRules;
  /** Null: it came alone. */
  readonly batch: Batch | null;
}

/** Where strangers are told that a place is, for the posts of one reporter. */
export type PublicPlaces = (place: GeoPoint, reporterId: string) => GeoPoint;

/**
 * A report of one item over its life. Each change returns what happened; nothing is told from in here. Who may change it
 * is asked at the door, where the stores let changes in (`assertMayChange`).
 */
export class Post {
  private constructor(private current: PostState) {}

  get state(): PostState {
    return this.current;
  }

  static report(
    { report, photos, secrets, identity, house, batch }: NewPost,
    by: Actor,
    now: Date,
  ): { post: Post; events: PostEvent[] } {
    if (!house.isOpen) throw organizationClosed();
    const faults = [...faultsOf(report, now), ...photoFaults(report.kind, photos, house)];
    if (faults.length > 0) throw postInvalid(faults);
    const what = { type: 'reported', batchId: batch?.id ?? null } as const;
    const post = new Post({
      ...report,
      ...secrets,
      ...identity,
      ...expiryAfter(now, house.expiryDays),
      version: 1,
      status: 'active',
      authorId: by.userId,
      orgId: by.orgId,
      intake: batch?.intake ?? (by.isStaff ? 'desk' : 'self'),
      photos,
      photosVersion: 1,
      suggestion: null,
      closedAt: null,
      createdAt: now,
      updatedAt: now,
      lastChange: lastChangeOf(what, by.userId),
    });
    return { post, events: [{ ...what, post: post.state, by: by.userId, at: now }] };
  }

  /** From what a store kept. Checks nothing: it was checked when it happened. */
  static restore(state: PostState): Post {
    return new Post(state);
  }

  /** Nothing happens when nothing differs. */
  edit(edit: PostEdit, places: PublicPlaces, by: Actor, now: Date): PostEvent[] {
    const changes = changesOf(this.current, edit);
    const changed = fieldsOf(changes);
    const locked = lockedFields(this.current.status, changed);
    if (locked.length > 0) throw notEditable(this.current.status, locked);
    const faults = faultsOf({ ...this.current, ...changes }, now);
    if (faults.length > 0) throw postInvalid(faults);
    if (changed.length === 0) return [];
    const moved = this.publicPlaceOf(changes.location, places);
    const what = { type: 'edited', changed: [...changed, ...Object.keys(moved)], reason: 'edited' } as const;
    return this.became({ ...changes, ...moved }, what, by, now);
  }

  /** Nothing happens when nothing differs. */
  changePhotos(change: PhotoChange, by: Actor | null, now: Date): PostEvent[] {
    const changed = changedPhotos(this.current, change);
    return changed === null ? [] : this.became(changed.state, changed.what, by, now);
  }

  resolve(resolution: Resolution, handover: Handover | null, by: Actor | null, now: Date): PostEvent[] {
    assertMayBecome(this.current.status, 'resolved');
    const change = { status: 'resolved', expiresAt: null, dueAt: null } as const;
    return this.became(change, { type: 'resolved', resolution, handover }, by, now);
  }

  /** Its time is up, or somebody says so. */
  expire(by: Actor | null, now: Date): PostEvent[] {
    assertMayBecome(this.current.status, 'expired');
    const { expiresAt: planned } = this.current;
    const expiresAt = planned !== null && planned <= now ? planned : now;
    return this.became({ status: 'expired', expiresAt, dueAt: null }, { type: 'expired', expiresAt }, by, now);
  }

  reactivate(house: HouseRules, by: Actor, now: Date): PostEvent[] {
    const { status: previousStatus } = this.current;
    assertMayBecome(previousStatus, 'active');
    const change = { status: 'active', ...expiryAfter(now, house.expiryDays) } as const;
    return this.became(change, { type: 'reactivated', previousStatus }, by, now);
  }

  delete(by: Actor, now: Date): PostEvent[] {
    const { status: previousStatus } = this.current;
    assertMayBecome(previousStatus, 'deleted');
    const reason = by.userId === this.current.authorId ? 'author' : 'staff';
    const change = { status: 'deleted', expiresAt: null, dueAt: null } as const;
    return this.became(change, { type: 'deleted', reason, previousStatus }, by, now);
  }

  /**
   * Leaves of it what statistics count. Told when it was not deleted before; with its photos, which go now. Whoever keeps
   * it must forget the versions that it had.
   */
  strip(reason: StrippingReason, now: Date): PostEvent[] {
    const { status: previousStatus } = this.current;
    const told = { type: 'deleted', reason, previousStatus } as const;
    const events = previousStatus === 'deleted' ? [] : this.became(traceless(this.current), told, null, now);
    this.current = { ...this.current, ...traceless(this.current), photos: [] };
    return events;
  }

  /** An item that somebody took in for an organization stays; who it was is forgotten. */
  forget(personId: string, now: Date): PostEvent[] {
    const { authorId, status } = this.current;
    this.current = withoutPerson(this.current, personId);
    if (authorId !== personId || status === 'deleted') return [];
    return this.became({}, { type: 'edited', changed: ['authorId'], reason: 'erasure' }, null, now);
  }

  /** What time brings by itself: first the notice that it will expire, once, then the expiry. */
  pass(now: Date): PostEvent[] {
    const { status, dueAt, expiresAt } = this.current;
    if (status !== 'active' || dueAt === null || expiresAt === null || dueAt > now) return [];
    if (expiresAt <= now) return this.expire(null, now);
    return this.became({ dueAt: expiresAt }, { type: 'expiring', expiresAt }, null, now);
  }

  /** As it stands, for readers that start later than the log. Changes nothing. */
  snapshot(now: Date): PostEvent[] {
    return [{ type: 'snapshot', post: this.current, by: null, at: now }];
  }

  /** Keeps what an analysis of the photos proposes; what the author left open, the highest level fills in at once. */
  takeAnalysis(analysis: Analysis, now: Date): PostEvent[] {
    const { status, photosVersion, suggestion: held } = this.current;
    const isStale = analysis.photosVersion < photosVersion || (held !== null && analysis.version <= held.version);
    if (status !== 'active' || isStale) return [];
    const suggestion = suggestionFrom(analysis);
    this.current = { ...this.current, suggestion };
    if (suggestion.level !== 'auto' || suggestion.status === 'dismissed') return [];
    return this.take(suggestion, fieldsLeftOpen(suggestion, this.current), null, now);
  }

  /** The one that was read: another that has come since is not taken unseen. */
  acceptSuggestion({ analysisId, fields }: TakenSuggestion, by: Actor, now: Date): PostEvent[] {
    const suggestion = this.suggestionHeld();
    if (suggestion.analysisId !== analysisId) throw otherSuggestion();
    return this.take(suggestion, fields, by, now);
  }

  /** Dismisses one that waits; of one that was accepted, brings back what it replaced. */
  undoSuggestion(by: Actor, now: Date): PostEvent[] {
    const suggestion = this.suggestionHeld();
    const changes = changesOf(this.current, undoneChanges(suggestion, this.current));
    this.current = { ...this.current, suggestion: { ...suggestion, status: 'dismissed', replaced: {} } };
    return this.applied(changes, 'suggestion_undone', by, now);
  }

  private take(suggestion: Suggestion, fields: readonly ProposedField[], by: Actor | null, now: Date): PostEvent[] {
    const changes = changesOf(this.current, proposedChanges(suggestion, this.current, fields));
    const changed = fieldsOf(changes);
    // What it does not fill in by itself still waits for the author.
    const waits = by === null && Object.keys(suggestion.proposed).some((field) => !changed.includes(field));
    const status = waits ? 'pending' : 'accepted';
    const replaced = { ...only(this.current, changed), ...suggestion.replaced };
    this.current = { ...this.current, suggestion: { ...suggestion, status, replaced } };
    return this.applied(changes, 'suggestion_accepted', by, now);
  }

  private suggestionHeld(): Suggestion {
    const { suggestion, status } = this.current;
    if (suggestion === null || suggestion.status === 'dismissed') throw noSuggestion();
    const locked = lockedFields(status, Object.keys(suggestion.proposed));
    if (locked.length > 0) throw notEditable(status, locked);
    return suggestion;
  }

  private applied(changes: PostChanges, reason: EditReason, by: Actor | null, now: Date): PostEvent[] {
    const changed = fieldsOf(changes);
    return changed.length === 0 ? [] : this.became(changes, { type: 'edited', changed, reason }, by, now);
  }

  /** Fixed for a place, so it moves only where the place has moved far enough. */
  private publicPlaceOf(place: Place | undefined, places: PublicPlaces): { publicPlace?: GeoPoint } {
    const { orgId, authorId, publicPlace: before } = this.current;
    const reporter = orgId ?? authorId;
    if (place === undefined || reporter === null) return {};
    const publicPlace = places(place, reporter);
    return publicPlace.lat === before.lat && publicPlace.lng === before.lng ? {} : { publicPlace };
  }

  /** The next version of the post, and the one event that tells of it. */
  private became(change: Partial<PostState>, what: PostChange, by: Actor | null, now: Date): PostEvent[] {
    const who = by?.userId ?? null;
    const version = this.current.version + 1;
    const lastChange = lastChangeOf(what, who);
    this.current = { ...this.current, ...closing(change, now), ...change, version, updatedAt: now, lastChange };
    return [{ ...what, post: this.current, by: who, at: now }];
  }
}
