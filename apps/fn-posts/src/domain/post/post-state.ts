import type { GeoPoint } from '../geo-point.ts';

export type PostKind = 'lost' | 'found';
export type PostStatus = 'active' | 'resolved' | 'expired' | 'deleted';
export type Visibility = 'public' | 'organization' | 'private';
/** How the item came to us: the person, a desk for them. */
export type Intake = 'self' | 'desk';

export interface ItemAttributes {
  readonly brand: string | null;
  readonly model: string | null;
  readonly color: readonly string[];
  readonly material: string | null;
  readonly marks: string | null;
}

export interface Place extends GeoPoint {
  readonly accuracyMeters: number | null;
  readonly address: string | null;
}

export interface Reward {
  readonly amountMinor: number;
  readonly currency: string;
}

/** What the author says about the item. */
export interface ItemReport {
  readonly kind: PostKind;
  readonly title: string;
  readonly description: string;
  readonly category: string;
  readonly attributes: ItemAttributes;
  readonly location: Place;
  readonly radiusMeters: number;
  readonly occurredFrom: Date;
  readonly occurredTo: Date;
  readonly timeZone: string;
  readonly visibility: Visibility;
  readonly language: string;
  readonly reward: Reward | null;
}

export interface PostState extends ItemReport {
  readonly id: string;
  readonly version: number;
  readonly status: PostStatus;
  readonly authorId: string;
  readonly orgId: string | null;
  readonly intake: Intake;
  /** Labels carry it and people read it out; lost items have none. */
  readonly reference: string | null;
  /** Where strangers are told that it was. */
  readonly publicPlace: GeoPoint;
  /** The version at which the photos last changed: an analysis of an older one is stale. */
  readonly photosVersion: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** Null: never. */
  readonly expiresAt: Date | null;
}
