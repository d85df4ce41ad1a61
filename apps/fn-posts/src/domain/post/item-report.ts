import type { GeoPoint } from '../geo-point.ts';

export type PostKind = 'lost' | 'found';
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

/** What the author says about the item, as far as others may come to know it. */
export interface ItemReport {
  readonly kind: PostKind;
  readonly title: string;
  readonly description: string;
  readonly category: string;
  readonly tags: readonly string[];
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
