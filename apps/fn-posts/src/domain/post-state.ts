import type { GeoPoint } from './geo-point.ts';

export type PostKind = 'lost' | 'found';
export type PostStatus = 'active' | 'resolved' | 'expired' | 'deleted';
export type Visibility = 'public' | 'organization' | 'private';

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
  readonly reference: string | null;
  /** Where strangers are told that it was: fixed for the post, about 200 m off. */
  readonly publicPlace: GeoPoint;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** Null: never. */
  readonly expiresAt: Date | null;
}
