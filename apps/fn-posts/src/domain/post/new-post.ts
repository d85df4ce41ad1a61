import type { Actor } from '../actor.ts';
import type { GeoPoint } from '../geo-point.ts';
import type { Photo } from '../photo/photo.ts';
import { expiryAfter } from './expiry.ts';
import type { HouseRules } from './house-rules.ts';
import type { ItemReport } from './item-report.ts';
import type { LastChange } from './post-change.ts';
import { organizationClosed, postInvalid } from './post-errors.ts';
import type { Batch, PostState } from './post-state.ts';
import { faultsOf, photoFaults } from './report-rules.ts';
import type { SealedSecrets } from './secrets.ts';

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

/** What becomes of a report that keeps to the rules, those of the house among them. */
export function firstVersion(made: NewPost, lastChange: LastChange, by: Actor, now: Date): PostState {
  const { report, photos, secrets, identity, house, batch } = made;
  if (!house.isOpen) throw organizationClosed();
  const faults = [...faultsOf(report, now), ...photoFaults(report.kind, photos, house)];
  if (faults.length > 0) throw postInvalid(faults);
  return {
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
    lastChange,
  };
}
