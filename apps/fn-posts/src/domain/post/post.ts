import type { Actor } from '../actor.ts';
import type { GeoPoint } from '../geo-point.ts';
import { postInvalid, postNotActive, postNotYours } from './post-errors.ts';
import type { PostEvent, Resolution } from './post-events.ts';
import type { ItemReport, PostState } from './post-state.ts';
import { faultsOf } from './report-rules.ts';

/** What the house gives to a report when it becomes a post. */
export interface PostIdentity {
  readonly id: string;
  readonly reference: string | null;
  readonly publicPlace: GeoPoint;
}

const DAY_MILLIS = 86_400_000;
/** Until an organization says otherwise. */
const EXPIRY_DAYS = 30;

/** A report of one item over its life. Each change returns what happened; nothing is told from in here. */
export class Post {
  private constructor(private current: PostState) {}

  get state(): PostState {
    return this.current;
  }

  static report(report: ItemReport, identity: PostIdentity, by: Actor, now: Date): { post: Post; events: PostEvent[] } {
    const faults = faultsOf(report, now);
    if (faults.length > 0) throw postInvalid(faults);
    const post = new Post({
      ...report,
      ...identity,
      version: 1,
      status: 'active',
      authorId: by.userId,
      orgId: by.orgId,
      intake: by.isStaff ? 'desk' : 'self',
      photosVersion: 1,
      createdAt: now,
      updatedAt: now,
      expiresAt: new Date(now.getTime() + EXPIRY_DAYS * DAY_MILLIS),
    });
    return { post, events: [{ type: 'reported', post: post.state, by: by.userId, at: now }] };
  }

  /** From what a store kept. Checks nothing: it was checked when it happened. */
  static restore(state: PostState): Post {
    return new Post(state);
  }

  resolve(resolution: Resolution, by: Actor, now: Date): PostEvent[] {
    if (!this.mayBeChangedBy(by)) throw postNotYours();
    if (this.current.status !== 'active') throw postNotActive(this.current.status);
    this.current = {
      ...this.current,
      status: 'resolved',
      version: this.current.version + 1,
      updatedAt: now,
      expiresAt: null,
    };
    return [{ type: 'resolved', post: this.current, by: by.userId, at: now, resolution }];
  }

  private mayBeChangedBy({ userId, orgId, isStaff }: Actor): boolean {
    return userId === this.current.authorId || (isStaff && orgId !== null && orgId === this.current.orgId);
  }
}
