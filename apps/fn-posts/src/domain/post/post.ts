import type { Actor } from '../actor.ts';
import type { GeoPoint } from '../geo-point.ts';
import type { PhotoChange } from '../photo/photo-changes.ts';
import type { Analysis, TakenSuggestion } from './analysis.ts';
import { changesOf } from './edit-difference.ts';
import { fieldsOf, lockedFields, type PostEdit } from './editing.ts';
import { traceless, withoutPerson } from './erasing.ts';
import { expiryAfter } from './expiry.ts';
import type { HouseRules } from './house-rules.ts';
import type { Place } from './item-report.ts';
import { deletionReasonOf } from './moderating.ts';
import { firstVersion, type NewPost } from './new-post.ts';
import { changedPhotos, coveredAnew } from './photos-of-post.ts';
import { type Handover, lastChangeOf, type PostChange, type Resolution, type StrippingReason } from './post-change.ts';
import { notEditable, postInvalid } from './post-errors.ts';
import type { PostEvent } from './post-events.ts';
import type { PostState } from './post-state.ts';
import { faultsOf } from './report-rules.ts';
import { accepted, analysed, type DecidedSuggestion, undone } from './suggestion-of-post.ts';
import { assertMayBecome, closing } from './transitions.ts';

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

  static report(made: NewPost, by: Actor, now: Date): { post: Post; events: PostEvent[] } {
    const what = { type: 'reported', batchId: made.batch?.id ?? null } as const;
    const post = new Post(firstVersion(made, lastChangeOf(what, by.userId), by, now));
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
    const besides = { ...this.publicPlaceOf(changes.location, places), ...coveredAnew(this.current, changes) };
    const what = { type: 'edited', changed: [...changed, ...Object.keys(besides)], reason: 'edited' } as const;
    return this.became({ ...changes, ...besides }, what, by, now);
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
    const reason = deletionReasonOf(this.current, by);
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
    const lastChange = { ...this.current.lastChange, by: null };
    this.current = { ...this.current, ...traceless(this.current), photos: [], lastChange };
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
    const decided = analysed(this.current, analysis);
    return decided === null ? [] : this.decide(decided, null, now);
  }

  acceptSuggestion(taken: TakenSuggestion, by: Actor, now: Date): PostEvent[] {
    return this.decide(accepted(this.current, taken), by, now);
  }

  /** Dismisses one that waits; of one that was accepted, brings back what it replaced. */
  undoSuggestion(by: Actor, now: Date): PostEvent[] {
    return this.decide(undone(this.current), by, now);
  }

  private decide({ suggestion, changes, reason }: DecidedSuggestion, by: Actor | null, now: Date): PostEvent[] {
    this.current = { ...this.current, suggestion };
    const all = { ...changes, ...coveredAnew(this.current, changes) };
    const changed = fieldsOf(all);
    return changed.length === 0 ? [] : this.became(all, { type: 'edited', changed, reason }, by, now);
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
